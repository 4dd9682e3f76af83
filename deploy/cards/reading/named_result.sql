-- Deploy gamekeeper:cards/reading/named_result to pg
-- requires: cards/games/game_summaries cards/players/named_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A function of its own, because the same query inside another one is set up there at each call, whether it is reached or not.
create function cards.named_result(game_id uuid)
returns jsonb
language plpgsql
stable
parallel safe
as $$
begin
  return (
    select cards.named_players(s.players)
    from cards.game_summaries as s
    where s.game_id = named_result.game_id
  );
end
$$;
comment on function cards.named_result(uuid) is
  'The players of a game''s summary with the names that they have now, made anew: for a game of which cards.named_results has no row. [helper]';
revoke all on function cards.named_result(uuid) from public;
commit;
