-- Deploy gamekeeper:cards/lobby/join_game to pg
-- requires: cards/lobby/ticket cards/players/players cards/players/ensure_player core/keys/now_utc cards/rules/table_state cards/lobby/limit_lobby_calls cards/games/room_directory cards/games/game_states core/errors/raise cards/lobby/seat_player cards/numbers/has_seat cards/log/append_move
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.join_game(join_code text)
returns cards.ticket
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player();
  _now constant timestamptz := core.now_utc();
  _game_id uuid;
  _state cards.table_state;
  _seat integer;
begin
  perform cards.limit_lobby_calls(_player.id, _now);
  select r.game_id into _game_id from cards.room_directory as r where r.join_code = upper(btrim(join_game.join_code));
  select (s.state).* into _state from cards.game_states as s where s.game_id = _game_id for update;
  if not found then
    perform core.raise('NOT_FOUND', '{"field": "join_code"}');
  end if;
  _seat := array_position(_state.player_ids, _player.id::text) - 1;
  if _seat is null then
    perform cards.seat_player(_game_id, _state, _player, _now);
  elsif cards.has_seat(_state.gone, _seat) then
    perform cards.append_move(_game_id, _state, 'player_reconnected', jsonb_build_object('playerId', _player.id), _now);
  end if;
  return cards.make_ticket(_game_id, _player.id);
end
$$;
comment on function cards.join_game(text) is
  'Takes the next seat of the game with that code, or comes back to one''s own seat after leave_game. Calling it '
  'again changes nothing. Raises: UNAUTHENTICATED, NOT_FOUND, STATE_ERROR, GAME_FULL, RATE_LIMIT. [client]';
revoke all on function cards.join_game(text) from public;
grant execute on function cards.join_game(text) to authenticated, service_role;
commit;
