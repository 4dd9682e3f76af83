-- Deploy gamekeeper:cards/people/join_statistics to pg
-- requires: cards/players/players cards/players/player_lifetime_stats cards/games/game_players cards/games/games cards/writing/count_result
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
begin
  perform from cards.player_lifetime_stats as s where s.player_id = any (_ids) order by s.player_id for update;
  delete from cards.player_lifetime_stats as s where s.player_id = any (_ids);
  for _result in
    select p as share, g.completed_at
    from cards.game_players as p
    join cards.games as g on g.id = p.game_id
    where p.player_id = any (_ids) and p.career_index is not null
    order by g.completed_at, p.career_index, p.game_id
  loop
    perform cards.count_result(_result.share, join_statistics.owner_id, _result.completed_at);
  end loop;
end
$$;
comment on function cards.join_statistics(uuid) is
  'Counts the completed games of a player, and of those who were merged into it, anew, in the order of completion. [helper]';
revoke all on function cards.join_statistics(uuid) from public;
commit;
