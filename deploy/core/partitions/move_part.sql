-- Deploy gamekeeper:core/partitions/move_part to pg
-- requires: core/partitions/default_parts core/partitions/partitions core/partitions/hold_partition core/partitions/seal_partition core/partitions/partition_name core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The guards of the default partition are off for the one statement that moves rows, under a lock that keeps everybody
-- else out; it moves few rows, because that lock makes players wait.
create function core.move_part(table_name text, at timestamptz)
returns text
language plpgsql
volatile
as $$
declare
  _most constant integer := 1000;
  _parent constant regclass := to_regclass(move_part.table_name);
  _key constant text := substring(pg_get_partkeydef(_parent) from '\((.+)\)');
  _period text;
  _default regclass;
  _part core.default_part;
  _starts timestamptz;
  _ends timestamptz;
  _beyond timestamptz;
  _moved bigint;
  _name text;
begin
  select t.period into _period from core.partitioned_tables as t where t.table_name = move_part.table_name;
  select p.partition into _default
  from core.partitions as p
  where p.table_name = move_part.table_name and p.is_default;
  select d.* into _part from core.default_parts(move_part.table_name, move_part.at) as d
  order by d.row_count, d.first_at
  limit 1;

  -- a period at the most, and of that as much as holds few rows; rows of one instant stay together
  _starts := greatest(_part.starts_at, date_trunc(_period, core.utc(_part.first_at)) at time zone interval '00:00');
  _ends := least(
    _part.ends_at,
    (date_trunc(_period, core.utc(_part.first_at)) + ('1 ' || _period)::interval) at time zone interval '00:00'
  );
  execute format('select d.%1$s from %2$s as d where d.%1$s >= $1 and d.%1$s < $2 order by d.%1$s offset %3$s limit 1', _key, _default, _most)
    into _beyond using _starts, _ends;
  if _beyond > _part.first_at then
    _ends := _beyond;
  elsif _beyond is not null then
    _ends := _beyond + interval '1 microsecond';
  end if;

  _name := format(
    '%I.%I', split_part(move_part.table_name, '.', 1), core.partition_name(move_part.table_name, _starts)
  );
  execute format('create table %s (like %s including defaults including constraints including storage)', _name, _parent);
  perform core.hold_partition(_parent, _default, against_readers => false);
  execute format('alter table %s disable trigger user', _default);
  execute format(
    'with waiting as (delete from %s as d where d.%s >= $1 and d.%2$s < $2 returning d.*) insert into %3$s select * from waiting',
    _default, _key, _name
  ) using _starts, _ends;
  get diagnostics _moved = row_count;
  execute format('alter table %s enable trigger user', _default);
  execute format('alter table %s attach partition %s for values from (%L) to (%L)', _parent, _name, _starts, _ends);
  perform core.seal_partition(_parent, _name::regclass);
  return format('%s rows of the default partition moved to %s', _moved, _name);
end
$$;
comment on function core.move_part(text, timestamptz) is
  'Moves some rows out of the default partition of a registered table into a partition of their own: of the gap that has '
  'the fewest. [helper]';
revoke all on function core.move_part(text, timestamptz) from public;
commit;
