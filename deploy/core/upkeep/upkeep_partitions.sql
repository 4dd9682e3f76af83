-- Deploy gamekeeper:core/upkeep/upkeep_partitions to pg
-- requires: core/upkeep/upkeep_tasks core/partitions/drain_default core/partitions/ensure_partitions core/partitions/retire_partitions core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- For one table it makes one step and says whether more are to come, so that core.maintain() can end the transaction
-- between; for all of them, within a transaction of somebody else, it makes them all.
create function core.upkeep_partitions(table_name text)
returns text
language plpgsql
volatile
as $$
declare
  _most_steps constant integer := 100;
  _at timestamptz := core.wall_clock();
  _table text;
  _drained text;
  _made bigint := 0::bigint;
  _dropped bigint := 0::bigint;
  _made_now bigint;
  _is_waiting boolean;
begin
  for _table in
    select t.table_name
    from core.partitioned_tables as t
    where t.table_name = coalesce(upkeep_partitions.table_name, t.table_name)
    order by 1
  loop
    for _step in 1.._most_steps loop
      _drained := core.drain_default(_table, _at);
      if _drained is null then
        select count(*) into _made_now from core.ensure_partitions(_table, _at);
        _made := _made + _made_now;
        if _made_now = 0 then
          _dropped := _dropped + (select count(*) from core.retire_partitions(_table, _at));
        end if;
      end if;
      _is_waiting := _drained is not null or _made_now > 0;
      exit when not _is_waiting or upkeep_partitions.table_name is not null;
    end loop;
    update core.partitioned_tables as t set is_waiting = _is_waiting where t.table_name = _table;
  end loop;
  return format('%s made, %s dropped', _made, _dropped) || coalesce(', ' || _drained, '');
end
$$;
comment on function core.upkeep_partitions(text) is
  'Empties the default partition of a registered table, makes the partitions that it will need and drops those past '
  'their retention: the next step of it, or with null all steps for every table. [helper]';
revoke all on function core.upkeep_partitions(text) from public;

insert into core.upkeep_tasks (task, function, meaning) values
  ('core.partitions', 'core.upkeep_partitions(text)', 'Makes partitions ahead of time, empties default partitions and drops what is past its retention.');
commit;
