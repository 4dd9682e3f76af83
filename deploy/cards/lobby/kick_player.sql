-- Deploy gamekeeper:cards/lobby/kick_player to pg
-- requires: cards/players/players cards/players/ensure_player cards/games/game_states cards/lobby/require_host cards/lobby/limit_lobby_calls core/errors/raise cards/writing/append_move cards/writing/lock_game cards/games/game_departures cards/writing/note_departure cards/games/left_at cards/lobby/require_lobby cards/lobby/note_presence core/keys/wall_clock core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.kick_player(game_id uuid, player_id uuid, ban boolean default false)
returns integer
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player(core.slot_in(kick_player.game_id));
  _game cards.game_states;
  _is_bot constant boolean := exists (select from cards.players as p where p.id = kick_player.player_id and p.is_bot);
begin
  if kick_player.ban is null then
    perform core.raise('INVALID_INPUT', '{"field": "ban", "problem": "must not be null"}');
  elsif kick_player.player_id = _player.id then
    perform core.raise('INVALID_INPUT', '{"field": "player_id", "problem": "the host cannot be kicked"}');
  end if;
  perform cards.limit_lobby_calls(_player.id, core.wall_clock());
  _game := cards.lock_game(kick_player.game_id, _player.id);
  perform cards.require_host(_game, _player.id);
  if coalesce(kick_player.player_id::text <> all ((_game.state).player_ids), true) then
    if not exists (
      select from cards.game_departures as d
      where d.game_id = _game.game_id and d.player_id = kick_player.player_id and d.is_kicked
    ) then
      perform core.raise('NOT_FOUND', '{"field": "player_id"}');
    end if;
    perform cards.note_departure(_game.game_id, kick_player.player_id, true, kick_player.ban);
    return cards.left_at(_game.game_id, kick_player.player_id);
  end if;
  perform cards.require_lobby(_game);
  if not _is_bot then
    perform cards.note_departure(_game.game_id, kick_player.player_id, true, kick_player.ban);
  end if;
  return cards.append_move(
    cards.note_presence(_game, _player.id), 'player_kicked', jsonb_build_object('playerId', kick_player.player_id)
  );
end
$$;
comment on function cards.kick_player(uuid, uuid, boolean) is
  'Takes the seat from a player or a bot; host only, before the game begins. Who was kicked does not watch the game, and comes back by '
  'the code unless ban is true; kicked before, a player can still be banned. Returns the index of the event. Raises: '
  'UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, FORBIDDEN, STATE_ERROR, RATE_LIMIT. [client] [repeat: natural]';
revoke all on function cards.kick_player(uuid, uuid, boolean) from public;
grant execute on function cards.kick_player(uuid, uuid, boolean) to authenticated, service_role;
commit;
