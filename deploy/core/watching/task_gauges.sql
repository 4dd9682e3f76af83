-- Deploy gamekeeper:core/watching/task_gauges to pg
-- requires: core/upkeep/upkeep_tasks core/keys/wall_clock
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.task_gauges()
returns table (
  task text, failing integer, failing_seconds double precision, seconds_since_run double precision,
  last_run_seconds double precision, runs bigint, failed_runs bigint, run_seconds double precision
)
language sql
stable
security definer
set search_path = pg_temp
begin atomic
  select
    t.task,
    (t.failing_since is not null)::integer,
    coalesce(extract(epoch from core.wall_clock() - t.failing_since), 0)::double precision,
    extract(epoch from core.wall_clock() - coalesce(t.ran_at, t.added_at))::double precision,
    coalesce(t.last_seconds, 0),
    t.runs,
    t.failed_runs,
    t.seconds
  from core.upkeep_tasks as t
  order by t.task;
end;
comment on function core.task_gauges() is
  'For monitoring: each upkeep task, whether its last run failed and for how long runs have failed, how long ago it ran, how long '
  'that took, and the runs, failed ones and time of all. [service]';
revoke all on function core.task_gauges() from public;
grant execute on function core.task_gauges() to service_role, gamekeeper_monitor;
commit;
