-- Deploy gamekeeper:cards/lobby/add_bot to pg
-- requires: cards/players/players cards/players/ensure_player cards/rules/table_state cards/lobby/lock_lobby cards/lobby/limit_lobby_calls core/keys/now_utc cards/bots/free_bot cards/lobby/seat_player
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.add_bot(game_id uuid)
returns uuid
language plpgsql
volatile
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _player constant cards.players := cards.ensure_player();
  _state constant cards.table_state := cards.lock_lobby(add_bot.game_id, _player.id);
  _bot cards.players;
begin
  perform cards.limit_lobby_calls(_player.id, core.now_utc());
  _bot := cards.free_bot(_state);
  perform cards.seat_player(add_bot.game_id, _state, _bot, core.now_utc());
  return _bot.id;
end
$$;
comment on function cards.add_bot(uuid) is
  'Gives the next seat to a bot; host only, before the game begins. Returns the bot''s player id. Raises: '
  'UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, STATE_ERROR, GAME_FULL, RATE_LIMIT. [client]';
revoke all on function cards.add_bot(uuid) from public;
grant execute on function cards.add_bot(uuid) to authenticated, service_role;
commit;
