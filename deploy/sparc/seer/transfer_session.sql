-- Deploy gamekeeper:sparc/seer/transfer_session to pg
-- requires: core/errors/raise core/callers/is_service sparc/people/reject_input sparc/sessions/lock_session_as_seer sparc/seer/hand_over core/shards/enter core/records/note_act
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.transfer_session(session_id uuid, to_user_id uuid)
returns sparc.sessions
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session sparc.sessions;
begin
  if core.is_service() then
    perform core.enter(0);
    select * into _session from sparc.sessions as s where s.id = transfer_session.session_id for no key update;
    if not found then
      perform core.raise('NOT_FOUND', jsonb_build_object('field', 'session_id'));
    end if;
  else
    _session := sparc.lock_session_as_seer(transfer_session.session_id);
  end if;
  if transfer_session.to_user_id is null then
    perform sparc.reject_input('to_user_id', 'must not be null');
  elsif transfer_session.to_user_id = any (_session.kicked_user_ids)
    or not exists (select from sparc.users as u where u.id = transfer_session.to_user_id) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'to_user_id'));
  elsif _session.status in ('completed', 'cancelled') then
    perform core.raise(
      'STATE_ERROR',
      jsonb_build_object(
        'state', _session.status, 'expected', jsonb_build_array('waiting', 'starting_soon', 'active', 'paused')
      )
    );
  elsif transfer_session.to_user_id = _session.seer_id then
    return _session;
  elsif core.is_service() then
    perform core.note_act(
      'sparc.sessions',
      jsonb_build_object('id', _session.id, 'seer_id', _session.seer_id),
      jsonb_build_object('id', _session.id, 'seer_id', transfer_session.to_user_id)
    );
    return sparc.hand_over(_session, transfer_session.to_user_id);
  end if;
  update sparc.sessions as s
  set offered_to = transfer_session.to_user_id
  where s.id = _session.id and s.offered_to is distinct from transfer_session.to_user_id;
  select * into _session from sparc.sessions as s where s.id = _session.id;
  return _session;
end
$$;
comment on function sparc.transfer_session(uuid, uuid) is
  'The Seer offers the session to somebody with a profile, who becomes its Seer by accept_session; a later offer takes the '
  'place of the earlier. The service hands it over at once, for a Seer who is gone. Raises: UNAUTHENTICATED, INVALID_INPUT, '
  'NOT_FOUND, FORBIDDEN, STATE_ERROR, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function sparc.transfer_session(uuid, uuid) from public;
grant execute on function sparc.transfer_session(uuid, uuid) to authenticated, service_role;
commit;
