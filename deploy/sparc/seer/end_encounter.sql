-- Deploy gamekeeper:sparc/seer/end_encounter to pg
-- requires: core/errors/raise sparc/sessions/lock_session_as_seer sparc/feed/record_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.end_encounter(session_id uuid)
returns sparc.sessions
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session sparc.sessions := sparc.lock_session_as_seer(end_encounter.session_id);
begin
  if _session.status not in ('active', 'paused') then
    perform core.raise(
      'STATE_ERROR', jsonb_build_object('state', _session.status, 'expected', jsonb_build_array('active', 'paused'))
    );
  elsif _session.current_encounter_id is null then
    return _session;
  end if;
  update sparc.sessions as s set current_encounter_id = null where s.id = _session.id;
  select * into _session from sparc.sessions as s where s.id = _session.id;
  return _session;
end
$$;
comment on function sparc.end_encounter(uuid) is
  'The Seer ends the encounter that runs; every character has its heroic save again. Raises: UNAUTHENTICATED, '
  'INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR. [client] [repeat: natural]';
revoke all on function sparc.end_encounter(uuid) from public;
grant execute on function sparc.end_encounter(uuid) to authenticated, service_role;
commit;
