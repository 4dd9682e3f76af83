-- Deploy gamekeeper:cards/lobby/set_ready to pg
-- requires: cards/players/players cards/players/ensure_player cards/games/game_states cards/rules/table_state core/errors/raise cards/lobby/limit_lobby_calls core/keys/wall_clock cards/writing/lock_game cards/numbers/has_seat cards/writing/append_move cards/lobby/note_presence cards/lobby/require_lobby cards/lobby/start_matchmade core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.set_ready(game_id uuid, ready boolean)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player(core.slot_in(set_ready.game_id));
  _game cards.game_states;
  _state cards.table_state;
  _seat integer;
  _index integer;
begin
  if set_ready.ready is null then
    perform core.raise('INVALID_INPUT', '{"field": "ready", "problem": "must not be null"}');
  end if;
  perform cards.limit_lobby_calls(_player.id, core.wall_clock());
  _game := cards.lock_game(set_ready.game_id, _player.id);
  _state := _game.state;
  _seat := array_position(_state.player_ids, _player.id::text) - 1;
  if _seat is null then
    perform core.raise('FORBIDDEN', '{"problem": "a spectator acts on nothing"}');
  elsif cards.has_seat(_state.ready, _seat) = set_ready.ready then
    perform cards.note_presence(_game, _player.id);
    return _state.next_index - 1;
  end if;
  perform cards.require_lobby(_game);
  _index := cards.append_move(
    cards.note_presence(_game, _player.id),
    case when set_ready.ready then 'player_ready' else 'player_unready' end, jsonb_build_object('playerId', _player.id)
  );
  perform cards.start_matchmade(_game.game_id);
  return _index;
end
$$;
comment on function cards.set_ready(uuid, boolean) is
  'Tells the others in the lobby whether the caller is ready. When all people are, anybody with a seat may start, and a room that '
  'matchmake made starts by itself. Calling it again shows that the caller is still there. Returns the index of the event, or of the '
  'latest one where nothing changes. Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR, RATE_LIMIT. [client] [repeat: natural]';
revoke all on function cards.set_ready(uuid, boolean) from public;
grant execute on function cards.set_ready(uuid, boolean) to authenticated, service_role;
commit;
