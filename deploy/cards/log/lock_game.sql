-- Deploy gamekeeper:cards/log/lock_game to pg
-- requires: cards/rules/table_state cards/games/game_states cards/games/game_players core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The first thing a command does: the live row's lock puts the commands of a game in one order.
create function cards.lock_game(game_id uuid, player_id uuid)
returns cards.table_state
language plpgsql
volatile
as $$
declare
  _state cards.table_state;
begin
  _state := (select s.state from cards.game_states as s where s.game_id = lock_game.game_id for update);
  if _state.phase is null then
    if exists (select from cards.game_players as p where p.game_id = lock_game.game_id and p.player_id = lock_game.player_id) then
      perform core.raise('STATE_ERROR', '{"status": "completed"}');
    end if;
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', lock_game.game_id));
  elsif lock_game.player_id::text <> all (_state.player_ids || _state.spectators) then
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', lock_game.game_id));
  end if;
  return _state;
end
$$;
comment on function cards.lock_game(uuid, uuid) is
  'Locks a running game for a player who is in it and returns its state. Raises: NOT_FOUND, STATE_ERROR. [helper]';
revoke all on function cards.lock_game(uuid, uuid) from public;
commit;
