-- Deploy gamekeeper:core/upkeep/health_partman to pg
-- requires: core/upkeep/health_checks core/partitions/partitioned_tables
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_partman()
returns table (ok boolean, detail text, action text)
language plpgsql
stable
as $$
declare
  _managed text;
begin
  if to_regclass('partman.part_config') is not null then
    execute format(
      'select string_agg(t.table_name, $1 order by t.table_name)
       from core.partitioned_tables t join %I.part_config c on c.parent_table = t.table_name',
      'partman'
    ) into _managed using ', ';
  end if;
  return query select
    true,
    case
      when to_regclass('partman.part_config') is null then 'pg_partman is not installed: core.maintain() makes the partitions itself'
      else 'pg_partman makes the partitions of: ' || coalesce(_managed, 'no table; core.maintain() makes them itself')
    end,
    'Nothing to do; to hand a table over, register it with partman.create_parent().'::text;
end
$$;
comment on function core.health_partman() is
  'Tells which tables pg_partman partitions. Never a fault: core.maintain() makes the partitions of the others. [helper]';
revoke all on function core.health_partman() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.partman', 'core.health_partman()', 'Who makes partitions: pg_partman or core.maintain().');
commit;
