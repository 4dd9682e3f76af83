-- Deploy gamekeeper:cards/numbers/card_bit to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.card_bit(card integer)
returns bigint
language sql
immutable
parallel safe
return 1::bigint << card_bit.card % 52;
comment on function cards.card_bit(integer) is
  'The bit of a card in the bit set of its deck. [helper]';
revoke all on function cards.card_bit(integer) from public;
commit;
