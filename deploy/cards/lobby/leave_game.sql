-- Deploy gamekeeper:cards/lobby/leave_game to pg
-- requires: cards/players/players cards/players/ensure_player cards/games/game_states cards/lobby/limit_lobby_calls core/keys/wall_clock cards/games/game_spectators cards/writing/lock_game cards/numbers/has_seat cards/writing/draw_due cards/numbers/seat_bit cards/writing/append_move
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
  _player constant cards.players := cards.ensure_player();
  _game cards.game_states;
  _seat integer;
  _latest integer;
begin
  perform cards.limit_lobby_calls(_player.id, core.wall_clock());
  delete from cards.game_spectators as s
  where s.game_id = leave_game.game_id and s.player_id = _player.id;
  if found then
    _latest := (select (s.state).next_index - 1 from cards.game_states as s where s.game_id = leave_game.game_id);
    return _latest;
  end if;
  _game := cards.lock_game(leave_game.game_id, _player.id);
  _seat := array_position((_game.state).player_ids, _player.id::text) - 1;
  if cards.has_seat((_game.state).gone, _seat) then
    if cards.has_seat(_game.coming_back, _seat) then
      _game := cards.draw_due(_game);
      update cards.game_states as s
      set coming_back = s.coming_back & ~cards.seat_bit(_seat), decided_in = pg_current_xact_id()
      where s.game_id = _game.game_id;
    end if;
    return (_game.state).next_index - 1;
  end if;
  if _seat is not null then
    _game := cards.draw_due(_game);
  end if;
  return cards.append_move(_game, 'player_left', jsonb_build_object('playerId', _player.id));
end
$$;
comment on function cards.leave_game(uuid) is
  'Leaves a lobby, a running game or the spectators (docs/cards.md, Leaving and coming back). Returns the index of '
  'the latest event. Raises: UNAUTHENTICATED, NOT_FOUND, STATE_ERROR, RATE_LIMIT, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function cards.leave_game(uuid) from public;
grant execute on function cards.leave_game(uuid) to authenticated, service_role;
commit;
