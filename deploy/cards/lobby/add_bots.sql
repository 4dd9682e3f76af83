-- Deploy gamekeeper:cards/lobby/add_bots to pg
-- requires: cards/games/game_states cards/writing/lock_game cards/lobby/seat_player cards/bots/free_bot cards/games/count_people
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.add_bots(game_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _game cards.game_states;
begin
  loop
    _game := cards.lock_game(add_bots.game_id);
    exit when (_game.state).phase <> 'lobby' or cardinality((_game.state).player_ids) >= (_game.state).max_players
      or cards.count_people(_game.state) > 1;
    perform cards.seat_player(_game, cards.free_bot(_game.state));
  end loop;
end
$$;
comment on function cards.add_bots(uuid) is 'Gives every free seat of a lobby to a bot, where nobody but one person waits for people. Raises: NOT_FOUND. [helper]';
revoke all on function cards.add_bots(uuid) from public;
commit;
