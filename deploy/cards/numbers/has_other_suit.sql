-- Deploy gamekeeper:cards/numbers/has_other_suit to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.has_other_suit(low bigint, high bigint, suit integer)
returns boolean
language sql
immutable
parallel safe
return (has_other_suit.low | has_other_suit.high) & ~(8191::bigint << 13 * has_other_suit.suit) <> 0;
comment on function cards.has_other_suit(bigint, bigint, integer) is
  'Whether a hand, given as the bit sets of decks 0 and 1, holds a card that is not of a suit. [helper]';
revoke all on function cards.has_other_suit(bigint, bigint, integer) from public;
commit;
