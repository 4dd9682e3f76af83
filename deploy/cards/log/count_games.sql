-- Deploy gamekeeper:cards/log/count_games to pg
-- requires: core/records/setting cards/settings cards/games/game_players cards/players/players cards/log/count_result
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Rows of player_lifetime_stats are locked in the order of player ids, over all the games of the call,
-- and last in every transaction: so two completions cannot wait for each other.
create function cards.count_games(game_ids uuid[], at timestamptz)
returns void
language plpgsql
volatile
as $$
declare
  _with_bots constant boolean := core.setting('cards.bots_have_lifetime_stats')::boolean;
  _result cards.game_players;
begin
  for _result in
    select g.*
    from cards.game_players as g
    join cards.players as p on p.id = g.player_id
    where g.game_id = any (count_games.game_ids) and (_with_bots or not p.is_bot)
    order by g.player_id, g.game_id
  loop
    perform cards.count_result(_result, count_games.at);
  end loop;
end
$$;
comment on function cards.count_games(uuid[], timestamptz) is
  'Adds completed games to the lifetime statistics of their players. [helper]';
revoke all on function cards.count_games(uuid[], timestamptz) from public;
commit;
