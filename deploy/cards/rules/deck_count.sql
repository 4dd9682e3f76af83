-- Deploy gamekeeper:cards/rules/deck_count to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.deck_count(seats integer)
returns integer
language sql
immutable
parallel safe
return case when deck_count.seats > 5 then 2 else 1 end;
comment on function cards.deck_count(integer) is
  'How many decks a game of so many seats is played with. [helper]';
revoke all on function cards.deck_count(integer) from public;
commit;
