-- Deploy gamekeeper:sparc/seer/resume_session to pg
-- requires: core/errors/raise sparc/sessions/lock_session_as_seer sparc/sessions/guard_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.resume_session(session_id uuid)
returns sparc.sessions
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session sparc.sessions := sparc.lock_session_as_seer(resume_session.session_id);
begin
  if _session.status = 'active' then
    return _session;
  elsif _session.status <> 'paused' then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', _session.status, 'expected', jsonb_build_array('paused')));
  end if;
  update sparc.sessions as s set status = 'active' where s.id = _session.id;
  select * into _session from sparc.sessions as s where s.id = _session.id;
  return _session;
end
$$;
comment on function sparc.resume_session(uuid) is
  'The Seer resumes a paused session; one that is active stays so. Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR. '
  '[client] [repeat: natural]';
revoke all on function sparc.resume_session(uuid) from public;
grant execute on function sparc.resume_session(uuid) to authenticated, service_role;
commit;
