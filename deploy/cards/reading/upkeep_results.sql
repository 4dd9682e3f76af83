-- Deploy gamekeeper:cards/reading/upkeep_results to pg
-- requires: cards/games/named_results cards/games/forget_results cards/players/named_players cards/games/game_players core/upkeep/upkeep_tasks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Whoever is named can't get another name, close the account or be erased before the rows can be found, which
-- cards.forget_results takes away; a game in which somebody is just doing that waits for the next run, and nobody waits for
-- longer than this one. Bots are not locked: all games would meet there.
create function cards.upkeep_results()
returns text
language plpgsql
volatile
as $$
declare
  _kept constant integer := 1000;
  _games constant uuid[] := array(
    select g.id
    from (
      select l.id
      from cards.games as l
      where l.is_public and l.status = 'completed' and l.voided_at is null
      order by l.id desc
      limit _kept
    ) as g
    where not exists (select from cards.named_results as n where n.game_id = g.id)
  );
  _people constant uuid[] := array(
    select p.id
    from cards.players as p
    where p.id in (select g.player_id from cards.game_players as g where g.game_id = any (_games)) and not p.is_bot
    order by p.id
    for share skip locked
  );
  _named integer;
begin
  insert into cards.named_results (game_id, players)
  select s.game_id, cards.named_players(s.players)
  from cards.game_summaries as s
  where s.game_id = any (_games)
    and not exists (
      select
      from cards.game_players as g
      join cards.players as p on p.id = g.player_id
      where g.game_id = s.game_id and not p.is_bot and p.id <> all (_people)
    )
  on conflict on constraint named_results_pkey do nothing;
  get diagnostics _named = row_count;
  return format('%s results named', _named);
end
$$;
comment on function cards.upkeep_results() is
  'Keeps the results of the latest 1000 public games with the names of their players, for cards.room_history. [helper]';
revoke all on function cards.upkeep_results() from public;

insert into core.upkeep_tasks (task, function, meaning) values
  ('cards.results', 'cards.upkeep_results()', 'Writes the names of players to the latest results, as cards.room_history shows them.');
commit;
