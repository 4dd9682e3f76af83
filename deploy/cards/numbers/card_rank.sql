-- Deploy gamekeeper:cards/numbers/card_rank to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.card_rank(card integer)
returns integer
language sql
immutable
parallel safe
return card_rank.card % 13;
comment on function cards.card_rank(integer) is
  'The rank of a card, 0 to 12: 2 to ace. [helper]';
revoke all on function cards.card_rank(integer) from public;
commit;
