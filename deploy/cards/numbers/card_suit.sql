-- Deploy gamekeeper:cards/numbers/card_suit to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.card_suit(card integer)
returns integer
language sql
immutable
parallel safe
return card_suit.card % 52 / 13;
comment on function cards.card_suit(integer) is
  'The suit of a card, 0 to 3: clubs, diamonds, hearts, spades. [helper]';
revoke all on function cards.card_suit(integer) from public;
commit;
