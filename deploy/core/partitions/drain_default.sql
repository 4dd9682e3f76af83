-- Deploy gamekeeper:core/partitions/drain_default to pg
-- requires: core/partitions/partitions core/partitions/default_parts core/partitions/move_part core/partitions/swap_default
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Rows that lie in one gap between partitions stay where they are: the default partition becomes the partition of that
-- gap, and an empty one takes its place. To attach it Postgres has to know that it holds nothing else; reading it for
-- that takes as long as it is large, so with many rows a constraint is validated beforehand, which makes nobody wait.
-- Rows of other gaps are moved before, few at a time. Each step is made by a transaction of its own, and in each of them
-- every row is seen by every reader.
create function core.drain_default(table_name text, at timestamptz)
returns text
language plpgsql
volatile
as $$
declare
  _many constant bigint := 10000::bigint;
  _table core.partitioned_tables;
  _parent constant regclass := to_regclass(drain_default.table_name);
  _key constant text := substring(pg_get_partkeydef(_parent) from '\((.+)\)');
  _default regclass;
  _part core.default_part;
  _parts bigint;
  _is_valid boolean;
begin
  select * into _table from core.partitioned_tables as t where t.table_name = drain_default.table_name;
  select p.partition into _default
  from core.partitions as p
  where p.table_name = drain_default.table_name and p.is_default;
  select count(*) into _parts from core.default_parts(drain_default.table_name, drain_default.at);
  select d.* into _part from core.default_parts(drain_default.table_name, drain_default.at) as d order by d.row_count desc limit 1;
  select k.convalidated into _is_valid
  from pg_catalog.pg_constraint as k
  where k.conrelid = _default and k.conname = 'draining';

  if _is_valid is not null and (
    _parts <> 1 or _part.starts_at < _table.draining_from or _part.last_at >= _table.draining_to
    or _part.is_present and drain_default.at >= _table.draining_to - interval '1 hour'
  ) then
    execute format('alter table %s drop constraint draining', _default);
    update core.partitioned_tables as t set draining_from = null, draining_to = null where t.table_name = drain_default.table_name;
    return 'a drain was given up, because the default partition holds other rows by now';
  elsif _parts = 0 then
    return null;
  elsif _parts > 1 then
    return core.move_part(drain_default.table_name, drain_default.at);
  elsif _is_valid then
    return core.swap_default(drain_default.table_name, _table.draining_from, _table.draining_to);
  elsif not _is_valid then
    execute format('alter table %s validate constraint draining', _default);
    return 'what the default partition holds was read';
  elsif _part.row_count > _many then
    execute format(
      'alter table %s add constraint draining check (%s >= %L and %2$s < %4$L) not valid',
      _default, _key, _part.starts_at, _part.ends_at
    );
    update core.partitioned_tables as t
    set draining_from = _part.starts_at, draining_to = _part.ends_at
    where t.table_name = drain_default.table_name;
    return format('the drain of %s rows began', _part.row_count);
  end if;
  return core.swap_default(drain_default.table_name, _part.starts_at, _part.ends_at);
end
$$;
comment on function core.drain_default(text, timestamptz) is
  'Brings the default partition of a registered table one step nearer to being empty and says what it did; null where '
  'it is empty. No row is out of sight at any moment. [helper]';
revoke all on function core.drain_default(text, timestamptz) from public;
commit;
