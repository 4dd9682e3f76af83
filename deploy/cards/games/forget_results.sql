-- Deploy gamekeeper:cards/games/forget_results to pg
-- requires: cards/games/named_results cards/games/game_players cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- By ascending id, so that two who played together and get other names at once don't wait for each other in a circle.
create function cards.forget_results()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
begin
  delete from cards.named_results as r
  where r.game_id in (
    select n.game_id
    from cards.named_results as n
    join cards.game_players as g on g.game_id = n.game_id
    where g.player_id = new.id
    order by n.game_id
    for update of n
  );
  return null;
end
$$;
comment on function cards.forget_results() is
  'Trigger: the results that are kept with the name of a player go when the name changes, or the player leaves. [helper]';
revoke all on function cards.forget_results() from public;
create trigger forget_results after update of display_name on cards.players
for each row when (old.display_name <> new.display_name or new.deleted_at is not null)
execute function cards.forget_results();
commit;
