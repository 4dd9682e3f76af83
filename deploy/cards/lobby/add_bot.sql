-- Deploy gamekeeper:cards/lobby/add_bot to pg
-- requires: cards/players/players cards/players/ensure_player cards/games/game_states cards/lobby/require_host cards/lobby/limit_lobby_calls cards/bots/free_bot cards/lobby/seat_player cards/writing/lock_game core/records/note_request core/keys/wall_clock cards/lobby/require_lobby cards/lobby/note_presence core/keys/slot_in
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.add_bot(game_id uuid, idempotency_key text default null)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player(core.slot_in(add_bot.game_id));
  _game cards.game_states;
  _bot cards.players;
  _bot_id text;
begin
  perform cards.limit_lobby_calls(_player.id, core.wall_clock());
  _game := cards.lock_game(add_bot.game_id, _player.id);
  _bot := cards.free_bot(_game.state);
  _bot_id := core.note_request('cards.add_bot', add_bot.idempotency_key, jsonb_build_array(add_bot.game_id), _bot.id::text);
  if _bot_id is not null then
    return _bot_id::uuid;
  end if;
  perform cards.require_host(_game, _player.id);
  perform cards.require_lobby(_game);
  perform cards.seat_player(cards.note_presence(_game, _player.id), _bot);
  return _bot.id;
end
$$;
comment on function cards.add_bot(uuid, text) is
  'Gives the next seat to a bot; host only, before the game begins. Returns the bot''s player id; a '
  'repeated idempotency_key gives the same one, and adds none. Raises: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, STATE_ERROR, '
  'GAME_FULL, RATE_LIMIT, INVALID_INPUT, IDEMPOTENCY_CONFLICT. [client] [repeat: key]';
revoke all on function cards.add_bot(uuid, text) from public;
grant execute on function cards.add_bot(uuid, text) to authenticated, service_role;
commit;
