-- Deploy gamekeeper:cards/players/member_ids to pg
-- requires: cards/rules/table_state cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.member_ids(state cards.table_state)
returns uuid[]
language sql
stable
parallel safe
return array(
  select p.user_id::uuid
  from cards.players as p
  where p.id = any (((member_ids.state).player_ids || (member_ids.state).spectators)::uuid[]) and p.user_id is not null
  order by p.user_id
);
comment on function cards.member_ids(cards.table_state) is
  'The users who are in the game: seated and watching ones. [helper]';
revoke all on function cards.member_ids(cards.table_state) from public;
commit;
