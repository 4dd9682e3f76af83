-- Deploy gamekeeper:sparc/seer/start_session to pg
-- requires: core/errors/raise sparc/sessions/lock_session_as_seer sparc/sessions/guard_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Passes through starting_soon, as the states say; guard_session asks for a player.
create function sparc.start_session(session_id uuid)
returns sparc.sessions
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session sparc.sessions := sparc.lock_session_as_seer(start_session.session_id);
begin
  if _session.status = 'active' then
    return _session;
  elsif _session.status not in ('waiting', 'starting_soon') then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', _session.status, 'expected', jsonb_build_array('waiting', 'starting_soon')));
  end if;
  update sparc.sessions as s set status = 'starting_soon' where s.id = _session.id and s.status = 'waiting';
  update sparc.sessions as s set status = 'active' where s.id = _session.id;
  select * into _session from sparc.sessions as s where s.id = _session.id;
  return _session;
end
$$;
comment on function sparc.start_session(uuid) is
  'The Seer starts a session that waits and has at least one player; one that is active stays so. Raises: UNAUTHENTICATED, INVALID_INPUT, '
  'NOT_FOUND, FORBIDDEN, STATE_ERROR, NO_PLAYERS. [client] [repeat: natural]';
revoke all on function sparc.start_session(uuid) from public;
grant execute on function sparc.start_session(uuid) to authenticated, service_role;
commit;
