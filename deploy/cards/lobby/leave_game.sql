-- Deploy gamekeeper:cards/lobby/leave_game to pg
-- requires: cards/players/players cards/players/ensure_player core/keys/now_utc cards/rules/table_state cards/lobby/limit_lobby_calls cards/log/lock_game cards/numbers/has_seat cards/log/append_move
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
  _now constant timestamptz := core.now_utc();
  _state cards.table_state;
begin
  perform cards.limit_lobby_calls(_player.id, _now);
  _state := cards.lock_game(leave_game.game_id, _player.id);
  if cards.has_seat(_state.gone, array_position(_state.player_ids, _player.id::text) - 1) then
    return _state.next_index - 1;
  end if;
  return cards.append_move(leave_game.game_id, _state, 'player_left', jsonb_build_object('playerId', _player.id), _now);
end
$$;
comment on function cards.leave_game(uuid) is
  'Leaves a lobby, a running game or the spectators (docs/cards.md, Leaving and coming back). Returns the index of '
  'the latest event. Raises: UNAUTHENTICATED, NOT_FOUND, STATE_ERROR, RATE_LIMIT. [client]';
revoke all on function cards.leave_game(uuid) from public;
grant execute on function cards.leave_game(uuid) to authenticated, service_role;
commit;
