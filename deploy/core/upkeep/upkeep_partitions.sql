-- Deploy gamekeeper:core/upkeep/upkeep_partitions to pg
-- requires: core/upkeep/upkeep_tasks core/upkeep/ensure_partitions core/upkeep/retire_partitions core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.upkeep_partitions(table_name text)
returns text
language plpgsql
volatile
as $$
declare
  _at timestamptz := core.wall_clock();
  _table text;
  _made bigint := 0::bigint;
  _dropped bigint := 0::bigint;
begin
  for _table in
    select t.table_name
    from core.partitioned_tables as t
    where t.table_name = coalesce(upkeep_partitions.table_name, t.table_name)
    order by 1
  loop
    _made := _made + (select count(*) from core.ensure_partitions(_table, _at));
    _dropped := _dropped + (select count(*) from core.retire_partitions(_table, _at));
  end loop;
  return format('%s made, %s dropped', _made, _dropped);
end
$$;
comment on function core.upkeep_partitions(text) is
  'Makes the partitions that a registered table (null: every one) will need, and drops those past their retention. [helper]';
revoke all on function core.upkeep_partitions(text) from public;

insert into core.upkeep_tasks (task, function, meaning) values
  ('core.partitions', 'core.upkeep_partitions(text)', 'Makes partitions ahead of time and drops those past their retention.');
commit;
