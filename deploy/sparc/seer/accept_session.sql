-- Deploy gamekeeper:sparc/seer/accept_session to pg
-- requires: core/errors/raise sparc/people/require_player sparc/seer/may_take_over sparc/seer/hand_over
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.accept_session(session_id uuid)
returns sparc.sessions
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.require_player();
  _session sparc.sessions;
begin
  select * into _session from sparc.sessions as s where s.id = accept_session.session_id;
  if _session.id is null or not (_session.seer_id = _caller or sparc.may_take_over(_session, _caller)) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'session_id'));
  end if;
  select * into _session from sparc.sessions as s where s.id = accept_session.session_id for no key update;
  if _session.seer_id = _caller then
    return _session;
  elsif not sparc.may_take_over(_session, _caller) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'session_id'));
  elsif _session.status in ('completed', 'cancelled') then
    perform core.raise(
      'STATE_ERROR',
      jsonb_build_object(
        'state', _session.status, 'expected', jsonb_build_array('waiting', 'starting_soon', 'active', 'paused')
      )
    );
  end if;
  return sparc.hand_over(_session, _caller);
end
$$;
comment on function sparc.accept_session(uuid) is
  'Becomes the Seer of a session that was offered to the caller, or that the caller sits in and whose Seer has left for good, '
  'and gives up a seat in it; called again, it answers again. '
  'Raises: UNAUTHENTICATED, PROFILE_MISSING, NOT_FOUND, STATE_ERROR, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function sparc.accept_session(uuid) from public;
grant execute on function sparc.accept_session(uuid) to authenticated, service_role;
commit;
