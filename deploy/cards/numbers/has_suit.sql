-- Deploy gamekeeper:cards/numbers/has_suit to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.has_suit(low bigint, high bigint, suit integer)
returns boolean
language sql
immutable
parallel safe
return (has_suit.low | has_suit.high) >> 13 * has_suit.suit & 8191 <> 0;
comment on function cards.has_suit(bigint, bigint, integer) is
  'Whether a hand, given as the bit sets of decks 0 and 1, holds a card of a suit. [helper]';
revoke all on function cards.has_suit(bigint, bigint, integer) from public;
commit;
