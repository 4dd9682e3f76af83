-- Deploy gamekeeper:core/partitions/default_parts to pg
-- requires: core/partitions/partitions core/partitions/default_part core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A partition reaches from the first period that has rows to the end of the last, as far as the gap lets it. That of the
-- present reaches to the end of the next period, so that what is played meanwhile fits, whatever the hour. What lies
-- beyond the periods that upkeep makes ahead is a part of its own: it must not become one with the present.
create function core.default_parts(table_name text, at timestamptz)
returns setof core.default_part
language plpgsql
stable
as $$
declare
  _table core.partitioned_tables;
  _parent constant regclass := to_regclass(default_parts.table_name);
  _key constant text := substring(pg_get_partkeydef(_parent) from '\((.+)\)');
  _period interval;
  _default regclass;
  _horizon timestamptz;
  _cuts timestamptz[];
  _part core.default_part;
  _gap_starts timestamptz;
  _gap_ends timestamptz;
begin
  select * into _table from core.partitioned_tables as t where t.table_name = default_parts.table_name;
  select p.partition into _default
  from core.partitions as p
  where p.table_name = default_parts.table_name and p.is_default;
  _period := ('1 ' || _table.period)::interval;
  _horizon := (date_trunc(_table.period, core.utc(default_parts.at)) + (_table.ahead + 1) * _period)
    at time zone interval '00:00';
  _cuts := array(
    select p.starts_at from core.partitions as p where p.table_name = default_parts.table_name and p.starts_at is not null
    union select _horizon
    order by 1
  );
  for _part.first_at, _part.last_at, _part.row_count in execute format(
    'select min(d.%1$s), max(d.%1$s), count(*) from %2$s as d group by width_bucket(d.%1$s, $1) order by 1', _key, _default
  ) using _cuts loop
    select max(p.ends_at) into _gap_starts
    from core.partitions as p
    where p.table_name = default_parts.table_name and p.ends_at <= _part.first_at;
    _gap_ends := (select min(c.cut) from unnest(_cuts) as c (cut) where c.cut > _part.last_at);
    _part.is_present := width_bucket(default_parts.at, _cuts) = width_bucket(_part.first_at, _cuts)
      and not exists (
        select from core.partitions as p
        where p.table_name = default_parts.table_name and p.starts_at <= default_parts.at and p.ends_at > default_parts.at
      );
    _part.starts_at := greatest(
      date_trunc(_table.period, core.utc(_part.first_at)) at time zone interval '00:00', _gap_starts,
      case when _part.first_at >= _horizon then _horizon end
    );
    _part.ends_at := least(
      greatest(
        (date_trunc(_table.period, core.utc(_part.last_at)) + _period) at time zone interval '00:00',
        case when _part.is_present
          then (date_trunc(_table.period, core.utc(default_parts.at)) + 2 * _period) at time zone interval '00:00'
        end
      ),
      _gap_ends
    );
    return next _part;
  end loop;
end
$$;
comment on function core.default_parts(text, timestamptz) is
  'What the default partition of a registered table holds: its rows by the gaps between the other partitions. Reads all '
  'of it. [helper]';
revoke all on function core.default_parts(text, timestamptz) from public;
commit;
