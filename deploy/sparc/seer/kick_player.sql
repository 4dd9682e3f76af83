-- Deploy gamekeeper:sparc/seer/kick_player to pg
-- requires: sparc/sessions/lock_session_as_seer sparc/seats/leave_seat sparc/seats/left_seat
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.kick_player(session_id uuid, user_id uuid)
returns sparc.session_players
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _session constant sparc.sessions := sparc.lock_session_as_seer(kick_player.session_id);
  _player sparc.session_players;
begin
  if kick_player.user_id is null then
    perform sparc.reject_input('user_id', 'must not be null');
  end if;
  _player := sparc.left_seat(_session.id, kick_player.user_id);
  if kick_player.user_id = any (_session.kicked_user_ids) and not _player.is_active then
    return _player;
  end if;
  update sparc.sessions as s
  set kicked_user_ids = s.kicked_user_ids || kick_player.user_id
  where s.id = _session.id;
  return sparc.leave_seat(_session, kick_player.user_id);
end
$$;
comment on function sparc.kick_player(uuid, uuid) is
  'The Seer removes a seated player, who cannot come back and sees no more of the session than a stranger. Returns '
  'the seat as it was left, also when called again. Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function sparc.kick_player(uuid, uuid) from public;
grant execute on function sparc.kick_player(uuid, uuid) to authenticated, service_role;
commit;
