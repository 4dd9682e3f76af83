-- Deploy gamekeeper:cards/lobby/add_bot to pg
-- requires: cards/players/players cards/players/ensure_player cards/games/game_states cards/lobby/lock_lobby cards/lobby/limit_lobby_calls cards/bots/free_bot cards/lobby/seat_player
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
  _game constant cards.game_states := cards.lock_lobby(add_bot.game_id, _player.id);
  _bot cards.players;
begin
  perform cards.limit_lobby_calls(_player.id, _game.last_event_at);
  _bot := cards.free_bot(_game.state);
  perform cards.seat_player(_game, _bot);
  return _bot.id;
end
$$;
comment on function cards.add_bot(uuid) is
  'Gives the next seat to a bot; host only, before the game begins. Returns the bot''s player id. Raises: '
  'UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, STATE_ERROR, GAME_FULL, RATE_LIMIT. [client]';
revoke all on function cards.add_bot(uuid) from public;
grant execute on function cards.add_bot(uuid) to authenticated, service_role;
commit;
