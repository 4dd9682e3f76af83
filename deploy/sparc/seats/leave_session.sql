-- Deploy gamekeeper:sparc/seats/leave_session to pg
-- requires: core/errors/raise sparc/sessions/lock_session sparc/seats/left_seat sparc/seats/leave_seat sparc/people/enter
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Who has left already is answered without a lock: an outsider must hold nothing up. Who was kicked sees nothing more.
create function sparc.leave_session(session_id uuid)
returns sparc.session_players
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.enter();
  _player sparc.session_players := sparc.left_seat(leave_session.session_id, _caller);
  _session sparc.sessions;
begin
  if not _player.is_active and exists (
    select
    from sparc.sessions as s
    where s.id = _player.session_id and _caller <> all (s.kicked_user_ids)
  ) then
    return _player;
  end if;
  if _player.session_id is null then
    _session := sparc.lock_session(leave_session.session_id);
  else
    select * into strict _session from sparc.sessions as s where s.id = leave_session.session_id for no key update;
  end if;
  if _session.seer_id = _caller then
    perform core.raise('SEER_CANNOT_LEAVE');
  end if;
  -- looked at again behind the lock: the same call may have freed the seat meanwhile
  _player := sparc.left_seat(leave_session.session_id, _caller);
  if _player.session_id is null or _caller = any (_session.kicked_user_ids) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'session_id'));
  elsif not _player.is_active then
    return _player;
  end if;
  return sparc.leave_seat(_session, _caller);
end
$$;
comment on function sparc.leave_session(uuid) is
  'Frees the caller''s seat: removed before the start, inactive after it. Returns the seat as it was left, also when called again. Raises: '
  'UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, SEER_CANNOT_LEAVE, STATE_ERROR, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function sparc.leave_session(uuid) from public;
grant execute on function sparc.leave_session(uuid) to authenticated, service_role;
commit;
