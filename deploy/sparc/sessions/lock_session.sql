-- Deploy gamekeeper:sparc/sessions/lock_session to pg
-- requires: core/errors/raise sparc/people/reject_input sparc/sessions/may_see_session sparc/people/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks before it asks: who was kicked while they waited sees it no more. The error ends the transaction of a
-- stranger, and with it the lock.
create function sparc.lock_session(session_id uuid)
returns sparc.sessions
language plpgsql
volatile
as $$
declare
  _session sparc.sessions;
begin
  perform sparc.enter();
  if lock_session.session_id is null then
    perform sparc.reject_input('session_id', 'must not be null');
  end if;
  select * into _session from sparc.sessions as s where s.id = lock_session.session_id for no key update;
  if _session.id is null or not sparc.may_see_session(_session) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'session_id'));
  end if;
  return _session;
end
$$;
comment on function sparc.lock_session(uuid) is
  'Locks a session that the caller can see, as a command''s first step, and returns it. Raises: UNAUTHENTICATED, '
  'INVALID_INPUT, NOT_FOUND. [helper]';
revoke all on function sparc.lock_session(uuid) from public;
commit;
