-- Deploy gamekeeper:cards/numbers/card_id to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A card is a number inside: deck * 52 + suit * 13 + rank, suits in the order clubs diamonds hearts
-- spades, ranks 2 to ace from 0 to 12. One expression, so that the planner inlines it.
create function cards.card_id(card integer)
returns text
language sql
immutable
parallel safe
return (
  '{
    d0:clubs:2,d0:clubs:3,d0:clubs:4,d0:clubs:5,d0:clubs:6,d0:clubs:7,d0:clubs:8,d0:clubs:9,d0:clubs:10,
    d0:clubs:J,d0:clubs:Q,d0:clubs:K,d0:clubs:A,d0:diamonds:2,d0:diamonds:3,d0:diamonds:4,d0:diamonds:5,
    d0:diamonds:6,d0:diamonds:7,d0:diamonds:8,d0:diamonds:9,d0:diamonds:10,d0:diamonds:J,d0:diamonds:Q,
    d0:diamonds:K,d0:diamonds:A,d0:hearts:2,d0:hearts:3,d0:hearts:4,d0:hearts:5,d0:hearts:6,d0:hearts:7,
    d0:hearts:8,d0:hearts:9,d0:hearts:10,d0:hearts:J,d0:hearts:Q,d0:hearts:K,d0:hearts:A,d0:spades:2,d0:spades:3,
    d0:spades:4,d0:spades:5,d0:spades:6,d0:spades:7,d0:spades:8,d0:spades:9,d0:spades:10,d0:spades:J,d0:spades:Q,
    d0:spades:K,d0:spades:A,d1:clubs:2,d1:clubs:3,d1:clubs:4,d1:clubs:5,d1:clubs:6,d1:clubs:7,d1:clubs:8,
    d1:clubs:9,d1:clubs:10,d1:clubs:J,d1:clubs:Q,d1:clubs:K,d1:clubs:A,d1:diamonds:2,d1:diamonds:3,d1:diamonds:4,
    d1:diamonds:5,d1:diamonds:6,d1:diamonds:7,d1:diamonds:8,d1:diamonds:9,d1:diamonds:10,d1:diamonds:J,
    d1:diamonds:Q,d1:diamonds:K,d1:diamonds:A,d1:hearts:2,d1:hearts:3,d1:hearts:4,d1:hearts:5,d1:hearts:6,
    d1:hearts:7,d1:hearts:8,d1:hearts:9,d1:hearts:10,d1:hearts:J,d1:hearts:Q,d1:hearts:K,d1:hearts:A,d1:spades:2,
    d1:spades:3,d1:spades:4,d1:spades:5,d1:spades:6,d1:spades:7,d1:spades:8,d1:spades:9,d1:spades:10,d1:spades:J,
    d1:spades:Q,d1:spades:K,d1:spades:A
  }'::text[]
)[card_id.card + 1];
comment on function cards.card_id(integer) is
  'The id of a card, d<deck>:<suit>:<rank>, from its number deck * 52 + suit * 13 + rank; null outside 0 to 103. [helper]';
revoke all on function cards.card_id(integer) from public;
commit;
