-- Deploy gamekeeper:cards/rules/dealt_at to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.dealt_at(pass integer, place integer, players integer)
returns integer
language sql
immutable
parallel safe
return dealt_at.pass * dealt_at.players + dealt_at.place;
comment on function cards.dealt_at(integer, integer, integer) is
  'The position in the shuffled deck of the card that a player is dealt: one card at a time clockwise; place counts '
  'those who take part, from 0. The first position behind all of these is the trump card. [helper]';
revoke all on function cards.dealt_at(integer, integer, integer) from public;
commit;
