-- Deploy gamekeeper:core/upkeep/upkeep_partitions to pg
-- requires: core/upkeep/upkeep_tasks core/upkeep/ensure_partitions core/upkeep/retire_partitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.upkeep_partitions()
returns text
language plpgsql
volatile
as $$
declare
  _at timestamptz := core.now_utc();
  _table text;
  _made bigint := 0::bigint;
  _dropped bigint := 0::bigint;
begin
  for _table in select t.table_name from core.partitioned_tables as t order by 1 loop
    _made := _made + (select count(*) from core.ensure_partitions(_table, _at));
    _dropped := _dropped + (select count(*) from core.retire_partitions(_table, _at));
  end loop;
  return format('%s made, %s dropped', _made, _dropped);
end
$$;
comment on function core.upkeep_partitions() is
  'Makes the partitions that will be needed and drops those past their retention, for every registered table. [helper]';
revoke all on function core.upkeep_partitions() from public;

insert into core.upkeep_tasks (task, function, meaning) values
  ('core.partitions', 'core.upkeep_partitions()', 'Makes partitions ahead of time and drops those past their retention.');
commit;
