-- Deploy gamekeeper:slots/reports/refresh_metrics to pg
-- requires: core/callers/require_operator core/upkeep/upkeep_tasks slots/reports/session_metrics_latest
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER, because only the owner may refresh. Concurrently: readers are never blocked.
create function slots.refresh_metrics()
returns void
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_operator();
  refresh materialized view concurrently slots.session_metrics_latest;
end
$$;
comment on function slots.refresh_metrics() is
  'Operators, the service and core.maintain(): brings slots.session_metrics_latest up to date without blocking its readers. Raises: FORBIDDEN. [operator] [repeat: natural]';
revoke all on function slots.refresh_metrics() from public;
grant execute on function slots.refresh_metrics() to authenticated, service_role;
insert into core.upkeep_tasks (task, function, meaning)
values ('slots.refresh_metrics', 'slots.refresh_metrics()', 'Brings the totals per session up to date.');
commit;
