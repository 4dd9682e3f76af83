-- Deploy gamekeeper:core/upkeep/maintain to pg
-- requires: core/upkeep/run_task core/upkeep/maintenance_steps
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- It commits after each step, so that no lock of one step is held during the next. A procedure that commits can be
-- neither SECURITY DEFINER nor have a SET clause: it runs as its caller and under the caller's path, so every name in
-- it is qualified, and all the work is done by functions that run as the owner. A task that finds more than a batch of
-- work is repeated until its time is up, so that no backlog keeps the tasks behind it from their turn.
create procedure core.maintain()
language plpgsql
as $$
declare
  _most_steps pg_catalog.int4 := 100;
  _step record;
  _is_waiting pg_catalog.bool;
  _ends pg_catalog.timestamptz;
begin
  for _step in select s.task, s.table_name, s.seconds from core.maintenance_steps() as s loop
    _ends := pg_catalog.clock_timestamp() operator(pg_catalog.+) pg_catalog.make_interval(secs => _step.seconds);
    for _again in 1.._most_steps loop
      select r.is_waiting into _is_waiting from core.run_task(_step.task, _step.table_name) as r;
      commit;
      exit when _is_waiting is not true or pg_catalog.clock_timestamp() operator(pg_catalog.>=) _ends;
    end loop;
  end loop;
end
$$;
comment on procedure core.maintain() is
  'Runs every upkeep task (core.upkeep_tasks), each in a transaction of its own, for the service. pg_cron calls it '
  'every five minutes where installed (core.schedule_maintenance); else call it from any scheduler. It can not be '
  'called within a transaction: there core.maintain_once() does the same. A failing task is recorded, not raised; one that '
  'does a whole batch is repeated, for core.task_seconds at the most. Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on procedure core.maintain() from public;
grant execute on procedure core.maintain() to service_role;
commit;
