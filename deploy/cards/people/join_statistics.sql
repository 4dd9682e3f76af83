-- Deploy gamekeeper:cards/people/join_statistics to pg
-- requires: cards/players/players cards/players/player_lifetime_stats cards/games/game_players cards/games/away_results cards/reading/career_results cards/writing/count_result
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.join_statistics(owner_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _ids constant uuid[] := array(
    select p.id from cards.players as p where join_statistics.owner_id in (p.id, p.merged_into)
  );
  _result record;
  _place integer;
begin
  perform from cards.player_lifetime_stats as s where s.player_id = any (_ids) order by s.player_id for update;
  delete from cards.player_lifetime_stats as s where s.player_id = any (_ids);
  for _result in
    select
      row(r.game_id, r.player_id, false, r.score, r.tricks_won, r.is_winner, r.is_rated, null)::cards.game_players as share, r.completed_at
    from cards.career_results(array[join_statistics.owner_id]) as r
    order by r.completed_at, r.game_id
  loop
    _place := cards.count_result(_result.share, join_statistics.owner_id, _result.completed_at);
    update cards.away_results as a
    set career_index = _place
    where a.player_id = (_result.share).player_id and a.game_id = (_result.share).game_id;
  end loop;
end
$$;
comment on function cards.join_statistics(uuid) is
  'Counts the completed games of a player, and of those who were merged into it, anew, in the order of completion. [helper]';
revoke all on function cards.join_statistics(uuid) from public;
commit;
