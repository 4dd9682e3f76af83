-- Deploy gamekeeper:sparc/sessions/lock_session_as_participant to pg
-- requires: core/errors/raise sparc/sessions/lock_session sparc/sessions/my_session_ids
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.lock_session_as_participant(session_id uuid)
returns sparc.sessions
language plpgsql
volatile
as $$
declare
  _session sparc.sessions := sparc.lock_session(lock_session_as_participant.session_id);
begin
  if _session.id not in (select sparc.my_session_ids()) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'session_id'));
  end if;
  return _session;
end
$$;
comment on function sparc.lock_session_as_participant(uuid) is
  'Locks a session whose Seer or player the caller is, or was, and returns it. Raises: UNAUTHENTICATED, INVALID_INPUT, '
  'NOT_FOUND. [helper]';
revoke all on function sparc.lock_session_as_participant(uuid) from public;
commit;
