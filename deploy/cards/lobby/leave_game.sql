-- Deploy gamekeeper:cards/lobby/leave_game to pg
-- requires: cards/players/players cards/players/ensure_player cards/games/game_states cards/lobby/limit_lobby_calls core/keys/wall_clock cards/games/game_spectators cards/writing/lock_game cards/numbers/has_seat cards/writing/draw_due cards/numbers/seat_bit cards/writing/append_move cards/games/left_at cards/lobby/leave_seat core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.leave_game(game_id uuid)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player(core.slot_in(leave_game.game_id));
  _game cards.game_states;
  _seat integer;
  _index integer;
begin
  perform cards.limit_lobby_calls(_player.id, core.wall_clock());
  delete from cards.game_spectators as s
  where s.game_id = leave_game.game_id and s.player_id = _player.id;
  _game := (select s from cards.game_states as s where s.game_id = leave_game.game_id);
  if _player.id::text = any ((_game.state).player_ids || (_game.state).spectators) then
    _game := cards.lock_game(leave_game.game_id, _player.id);
  else
    -- Who is not in the game has left it already, and locks nothing of it.
    _index := coalesce(cards.left_at(leave_game.game_id, _player.id), (_game.state).next_index - 1);
    if _index is null then
      perform cards.lock_game(leave_game.game_id, _player.id);
    end if;
    return _index;
  end if;
  _seat := array_position((_game.state).player_ids, _player.id::text) - 1;
  if cards.has_seat((_game.state).gone, _seat) then
    if cards.has_seat(_game.coming_back, _seat) then
      _game := cards.draw_due(_game);
      update cards.game_states as s
      set coming_back = s.coming_back & ~cards.seat_bit(_seat), decided_in = pg_current_xact_id()
      where s.game_id = _game.game_id;
    end if;
    return (_game.state).next_index - 1;
  elsif _seat is not null and (_game.state).phase = 'lobby' then
    return cards.leave_seat(_game, _player.id);
  elsif _seat is not null then
    _game := cards.draw_due(_game);
  end if;
  return cards.append_move(_game, 'player_left', jsonb_build_object('playerId', _player.id));
end
$$;
comment on function cards.leave_game(uuid) is
  'Leaves a lobby, a running game or the spectators (docs/cards.md, Leaving and coming back). A room '
  'that has not begun closes behind the last person. Who is not in the game has left it already. Returns the index of the event, or of '
  'the latest one. Raises: UNAUTHENTICATED, NOT_FOUND, STATE_ERROR, RATE_LIMIT, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function cards.leave_game(uuid) from public;
grant execute on function cards.leave_game(uuid) to authenticated, service_role;
commit;
