-- Deploy gamekeeper:core/watching/task_gauges to pg
-- requires: core/upkeep/upkeep_tasks core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.task_gauges()
returns table (task text, failing integer, seconds_since_run double precision)
language sql
stable
security definer
set search_path = pg_temp
begin atomic
  select t.task, case when t.ok then 0 when t.ok is null then 0 else 1 end, extract(epoch from core.wall_clock() - coalesce(t.ran_at, t.added_at))::double precision
  from core.upkeep_tasks as t
  order by t.task;
end;
comment on function core.task_gauges() is
  'For monitoring: each upkeep task, whether its last run failed, and how long ago that was. [service]';
revoke all on function core.task_gauges() from public;
grant execute on function core.task_gauges() to service_role, gamekeeper_monitor;
commit;
