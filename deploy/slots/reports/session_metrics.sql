-- Deploy gamekeeper:slots/reports/session_metrics to pg
-- requires: auth/uid core/callers/is_service core/callers/require_user slots/sessions/sessions slots/reports/session_metrics_latest
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.session_metrics()
returns setof slots.session_metrics_latest
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _caller uuid := auth.uid();
begin
  if core.is_service() then
    return query select m.* from slots.session_metrics_latest as m;
  else
    perform core.require_user();
    return query
      select m.*
      from slots.sessions as s
      join slots.session_metrics_latest as m on m.session_id = s.session_id
      where s.owner_id = _caller and s.deleted_at is null;
  end if;
end
$$;
comment on function slots.session_metrics() is
  'Spins and payouts per session as of the last slots.refresh_metrics(): of the caller''s sessions, of all for the service. Raises: UNAUTHENTICATED. [client]';
revoke all on function slots.session_metrics() from public;
grant execute on function slots.session_metrics() to authenticated, service_role;
commit;
