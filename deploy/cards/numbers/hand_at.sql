-- Deploy gamekeeper:cards/numbers/hand_at to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.hand_at(seat integer, deck integer)
returns integer
language sql
immutable
parallel safe
return 2 * hand_at.seat + 1 + hand_at.deck;
comment on function cards.hand_at(integer, integer) is
  'Where the bit set of a deck in the hand of a seat stands in hands of cards.table_state. [helper]';
revoke all on function cards.hand_at(integer, integer) from public;
commit;
