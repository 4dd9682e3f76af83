-- Deploy gamekeeper:slots/reports/refresh_metrics to pg
-- requires: core/callers/require_operator slots/reports/roll_up_sessions slots/reports/session_metrics_latest
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.refresh_metrics()
returns void
language plpgsql
volatile
security definer
set search_path = pg_temp
set jit = off
as $$
begin
  perform core.require_operator();
  perform slots.roll_up_sessions(null);
end
$$;
comment on function slots.refresh_metrics() is
  'Brings slots.session_metrics() up to date with what was played since the last run of upkeep, which does the same '
  'every few minutes. Raises: FORBIDDEN. [operator] [repeat: natural]';
revoke all on function slots.refresh_metrics() from public;
grant execute on function slots.refresh_metrics() to authenticated, service_role;
commit;
