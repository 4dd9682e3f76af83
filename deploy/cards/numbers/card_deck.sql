-- Deploy gamekeeper:cards/numbers/card_deck to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.card_deck(card integer)
returns integer
language sql
immutable
parallel safe
return card_deck.card / 52;
comment on function cards.card_deck(integer) is
  'The deck of a card, 0 or 1. [helper]';
revoke all on function cards.card_deck(integer) from public;
commit;
