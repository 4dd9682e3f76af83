-- Deploy gamekeeper:sparc/seer/start_encounter to pg
-- requires: core/errors/raise sparc/people/reject_input sparc/sessions/lock_session_as_seer sparc/feed/record_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.start_encounter(session_id uuid, encounter_id text)
returns sparc.sessions
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session sparc.sessions := sparc.lock_session_as_seer(start_encounter.session_id);
begin
  if coalesce(char_length(start_encounter.encounter_id), 0) not between 1 and 200 then
    perform sparc.reject_input('encounter_id', 'must be 1 to 200 characters');
  elsif _session.status <> 'active' then
    perform core.raise(
      'STATE_ERROR', jsonb_build_object('state', _session.status, 'expected', jsonb_build_array('active'))
    );
  elsif _session.current_encounter_id = start_encounter.encounter_id then
    return _session;
  elsif _session.current_encounter_id is not null then
    perform core.raise(
      'STATE_ERROR', jsonb_build_object('state', 'encounter', 'expected', jsonb_build_array('no encounter'))
    );
  end if;
  update sparc.sessions as s set current_encounter_id = start_encounter.encounter_id where s.id = _session.id;
  select * into _session from sparc.sessions as s where s.id = _session.id;
  return _session;
end
$$;
comment on function sparc.start_encounter(uuid, text) is
  'The Seer starts an encounter in an active session where none runs; every character has its heroic save again. '
  'Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR. [client] [repeat: natural]';
revoke all on function sparc.start_encounter(uuid, text) from public;
grant execute on function sparc.start_encounter(uuid, text) to authenticated, service_role;
commit;
