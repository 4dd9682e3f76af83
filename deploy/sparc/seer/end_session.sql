-- Deploy gamekeeper:sparc/seer/end_session to pg
-- requires: core/errors/raise sparc/people/reject_input sparc/sessions/lock_session_as_seer sparc/sessions/guard_session sparc/seer/update_user_stats sparc/rolls/finish_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.end_session(session_id uuid, outcome sparc.session_status default 'completed')
returns sparc.sessions
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session sparc.sessions := sparc.lock_session_as_seer(end_session.session_id);
begin
  if end_session.outcome is null or end_session.outcome not in ('completed', 'cancelled') then
    perform sparc.reject_input('outcome', 'must be completed or cancelled');
  elsif _session.status = end_session.outcome then
    return _session;
  end if;
  perform sparc.require_transition(_session.status, end_session.outcome);
  update sparc.sessions as s set status = end_session.outcome where s.id = _session.id;
  select * into _session from sparc.sessions as s where s.id = _session.id;
  return _session;
end
$$;
comment on function sparc.end_session(uuid, sparc.session_status) is
  'The Seer ends a session: completed (from active only; statistics count once) or cancelled. Raises: '
  'UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function sparc.end_session(uuid, sparc.session_status) from public;
grant execute on function sparc.end_session(uuid, sparc.session_status) to authenticated, service_role;
commit;
