-- Deploy gamekeeper:core/watching/partition_gauges to pg
-- requires: core/partitions/partitions core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A default partition is counted to a limit: it is empty where upkeep runs, and a large one is not read to its end.
create function core.partition_gauges()
returns table (table_name text, partitions_ahead bigint, default_rows bigint, oldest_default_row_seconds double precision)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _most_rows constant integer := 10000;
  _at constant timestamptz := core.wall_clock();
  _parent record;
begin
  for _parent in
    select
      t.table_name,
      (array_agg(p.partition) filter (where p.is_default))[1] as default_partition,
      count(*) filter (where p.starts_at > _at) as ahead,
      substring(pg_get_partkeydef(to_regclass(t.table_name)) from '^RANGE \("?([^"]+)"?\)$') as key
    from core.partitioned_tables as t
    join core.partitions as p on p.table_name = t.table_name
    group by t.table_name
    order by t.table_name
  loop
    partition_gauges.table_name := _parent.table_name;
    partition_gauges.partitions_ahead := _parent.ahead;
    execute format(
      'select count(*), coalesce(extract(epoch from $1 - min(d.at)), 0)::double precision from (select d.%I as at from %s as d limit %L) as d',
      _parent.key, _parent.default_partition::regclass, _most_rows
    ) into partition_gauges.default_rows, partition_gauges.oldest_default_row_seconds using _at;
    return next;
  end loop;
end
$$;
comment on function core.partition_gauges() is
  'For monitoring: each partitioned table, its partitions ahead, the rows in its default partition (10000 at the most) and the age of the oldest of them. [service]';
revoke all on function core.partition_gauges() from public;
grant execute on function core.partition_gauges() to service_role, gamekeeper_monitor;
commit;
