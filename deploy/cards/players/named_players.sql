-- Deploy gamekeeper:cards/players/named_players to pg
-- requires: cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- plpgsql, because its plan is kept for the session's life; an array, because it takes less than an aggregate.
create function cards.named_players(players jsonb)
returns jsonb
language plpgsql
stable
parallel safe
as $$
begin
  return to_jsonb(array(
    select jsonb_set(e.player, '{displayName}', coalesce(to_jsonb(
      (select p.display_name from cards.players as p where p.id = (e.player ->> 'playerId')::uuid)
    ), 'null'))
    from jsonb_array_elements(named_players.players) with ordinality as e (player, at)
    order by e.at
  ));
end
$$;
comment on function cards.named_players(jsonb) is
  'The players of a summary with the displayName that each has now: the summary itself holds ids. [helper]';
revoke all on function cards.named_players(jsonb) from public;
commit;
