-- Deploy gamekeeper:cards/log/complete_game to pg
-- requires: cards/rules/table_state cards/games/game_summaries cards/games/games cards/log/summarize cards/games/game_players cards/rules/seat_results cards/games/game_states cards/games/room_directory
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Runs once per game: the caller holds the lock of the game's live row, which is gone afterwards.
create function cards.complete_game(game_id uuid, state cards.table_state, at timestamptz)
returns void
language plpgsql
volatile
as $$
begin
  insert into cards.game_summaries
  select s.*
  from cards.games as g
  cross join lateral cards.summarize(g.id, complete_game.state, g.is_public, g.member_ids, complete_game.at) as s
  where g.id = complete_game.game_id;
  update cards.games as g
  set status = 'completed', started_at = coalesce(g.started_at, complete_game.at), completed_at = complete_game.at
  where g.id = complete_game.game_id;
  update cards.game_players as p
  set is_live = false, score = r.score, tricks_won = r.tricks_won, is_winner = r.is_winner
  from cards.seat_results(complete_game.state) as r
  where p.game_id = complete_game.game_id and p.player_id = r.player_id and p.is_live;
  delete from cards.game_states as s where s.game_id = complete_game.game_id;
  delete from cards.room_directory as r where r.game_id = complete_game.game_id;
end
$$;
comment on function cards.complete_game(uuid, cards.table_state, timestamptz) is
  'Writes the summary and the results of a game, closes it, and removes its live row and its room. [helper]';
revoke all on function cards.complete_game(uuid, cards.table_state, timestamptz) from public;
commit;
