-- Deploy gamekeeper:cards/writing/complete_game to pg
-- requires: cards/rules/table_state cards/games/games cards/games/game_spectators cards/players/players cards/games/game_summaries cards/writing/summarize cards/games/game_players cards/rules/seat_results cards/games/game_states cards/games/room_directory cards/games/game_departures cards/games/is_rated
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
  update cards.games as g
  set member_ids = g.member_ids || array(
    select p.user_id::uuid
    from cards.game_spectators as s
    join cards.players as p on p.id = s.player_id
    where s.game_id = complete_game.game_id and p.user_id is not null and p.user_id::uuid <> all (g.member_ids)
    order by p.user_id
  )
  where g.id = complete_game.game_id
    and exists (select from cards.game_spectators as s where s.game_id = complete_game.game_id);
  insert into cards.game_summaries
  select s.*
  from cards.games as g
  cross join lateral cards.summarize(g.id, complete_game.state, g.is_public, g.member_ids, complete_game.at) as s
  where g.id = complete_game.game_id and complete_game.state.phase <> 'voided';
  update cards.games as g
  set
    status = 'completed', started_at = coalesce(g.started_at, complete_game.at), completed_at = complete_game.at,
    completed_in = pg_current_xact_id(), voided_at = case when complete_game.state.phase = 'voided' then complete_game.at end
  where g.id = complete_game.game_id;
  if complete_game.state.phase = 'voided' then
    update cards.game_players as p set is_live = false where p.game_id = complete_game.game_id and p.is_live;
  end if;
  update cards.game_players as p
  set
    is_live = false, score = r.score, tricks_won = r.tricks_won, is_winner = r.is_winner,
    is_rated = cards.is_rated(complete_game.state, g.is_public)
  from cards.seat_results(complete_game.state) as r
  join cards.games as g on g.id = complete_game.game_id
  where p.game_id = complete_game.game_id and p.player_id = r.player_id and p.is_live;
  delete from cards.game_spectators as s where s.game_id = complete_game.game_id;
  delete from cards.game_departures as d where d.game_id = complete_game.game_id;
  delete from cards.game_states as s where s.game_id = complete_game.game_id;
  delete from cards.room_directory as r where r.game_id = complete_game.game_id;
end
$$;
comment on function cards.complete_game(uuid, cards.table_state, timestamptz) is
  'Writes the summary and the results of a game, unless it is void, closes it, and removes its live row and its room. Who watched it goes on seeing it. [helper]';
revoke all on function cards.complete_game(uuid, cards.table_state, timestamptz) from public;
commit;
