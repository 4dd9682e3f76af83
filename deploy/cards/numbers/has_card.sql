-- Deploy gamekeeper:cards/numbers/has_card to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.has_card(low bigint, high bigint, card integer)
returns boolean
language sql
immutable
parallel safe
return (case when has_card.card < 52 then has_card.low else has_card.high end) >> has_card.card % 52 & 1 = 1;
comment on function cards.has_card(bigint, bigint, integer) is
  'Whether a hand, given as the bit sets of decks 0 and 1, holds a card. [helper]';
revoke all on function cards.has_card(bigint, bigint, integer) from public;
commit;
