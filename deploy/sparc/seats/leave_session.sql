-- Deploy gamekeeper:sparc/seats/leave_session to pg
-- requires: core/errors/raise auth/uid sparc/sessions/lock_session sparc/seats/leave_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.leave_session(session_id uuid)
returns sparc.session_players
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session constant sparc.sessions := sparc.lock_session(leave_session.session_id);
begin
  if _session.seer_id = auth.uid() then
    perform core.raise('SEER_CANNOT_LEAVE');
  end if;
  return sparc.leave_seat(_session, auth.uid());
end
$$;
comment on function sparc.leave_session(uuid) is
  'Frees the caller''s seat: removed before the start, inactive after it. Returns the seat as it was left. Raises: '
  'UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, SEER_CANNOT_LEAVE, STATE_ERROR, COMMIT_FIRST. [client]';
revoke all on function sparc.leave_session(uuid) from public;
grant execute on function sparc.leave_session(uuid) to authenticated, service_role;
commit;
