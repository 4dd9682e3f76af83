-- Deploy gamekeeper:cards/people/person_players to pg
-- requires: cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.person_players(person_id uuid)
returns setof cards.players
language sql
stable
begin atomic
  select p.* from cards.players as p where p.user_id = person_players.person_id::text
  union all
  select p.* from cards.players as p where p.id = person_players.person_id and p.user_id is null and not p.is_bot;
end;
comment on function cards.person_players(uuid) is
  'The player of an account, or the player without an account that has this id. [helper]';
revoke all on function cards.person_players(uuid) from public;
commit;
