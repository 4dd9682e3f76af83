-- Deploy gamekeeper:sparc/sessions/lock_session_as_seer to pg
-- requires: core/errors/raise auth/uid sparc/sessions/lock_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.lock_session_as_seer(session_id uuid)
returns sparc.sessions
language plpgsql
volatile
as $$
declare
  _session sparc.sessions := sparc.lock_session(lock_session_as_seer.session_id);
begin
  if _session.seer_id <> auth.uid() then
    perform core.raise('FORBIDDEN', jsonb_build_object('needed', 'the Seer of the session'));
  end if;
  return _session;
end
$$;
comment on function sparc.lock_session_as_seer(uuid) is
  'Locks a session whose Seer the caller is, and returns it. Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, '
  'FORBIDDEN. [helper]';
revoke all on function sparc.lock_session_as_seer(uuid) from public;
commit;
