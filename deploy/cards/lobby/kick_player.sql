-- Deploy gamekeeper:cards/lobby/kick_player to pg
-- requires: cards/players/players cards/players/ensure_player cards/games/game_states cards/lobby/require_host cards/lobby/limit_lobby_calls core/errors/raise cards/writing/append_move cards/writing/lock_game
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.kick_player(game_id uuid, player_id uuid)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player();
  _game constant cards.game_states := cards.lock_game(kick_player.game_id, _player.id);
begin
  perform cards.require_host(_game, _player.id);
  perform cards.limit_lobby_calls(_player.id, _game.last_event_at);
  if kick_player.player_id = _player.id then
    perform core.raise('INVALID_INPUT', '{"field": "player_id", "problem": "the host cannot be kicked"}');
  elsif coalesce(kick_player.player_id::text <> all ((_game.state).player_ids), true) then
    perform core.raise('NOT_FOUND', '{"field": "player_id"}');
  end if;
  return cards.append_move(_game, 'player_kicked', jsonb_build_object('playerId', kick_player.player_id));
end
$$;
comment on function cards.kick_player(uuid, uuid) is
  'Takes the seat from a player or a bot; host only, before the game begins. Returns the index of the event. Raises: '
  'UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR, RATE_LIMIT. [client] [repeat: natural]';
revoke all on function cards.kick_player(uuid, uuid) from public;
grant execute on function cards.kick_player(uuid, uuid) to authenticated, service_role;
commit;
