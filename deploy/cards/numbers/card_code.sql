-- Deploy gamekeeper:cards/numbers/card_code to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The inverse of cards.card_id, by a binary search in a constant: anything that is not a card's id is null.
create function cards.card_code(card_id text)
returns integer
language sql
immutable
parallel safe
return (
  '{
    "d0:clubs:2": 0, "d0:clubs:3": 1, "d0:clubs:4": 2, "d0:clubs:5": 3, "d0:clubs:6": 4, "d0:clubs:7": 5,
    "d0:clubs:8": 6, "d0:clubs:9": 7, "d0:clubs:10": 8, "d0:clubs:J": 9, "d0:clubs:Q": 10, "d0:clubs:K": 11,
    "d0:clubs:A": 12, "d0:diamonds:2": 13, "d0:diamonds:3": 14, "d0:diamonds:4": 15, "d0:diamonds:5": 16,
    "d0:diamonds:6": 17, "d0:diamonds:7": 18, "d0:diamonds:8": 19, "d0:diamonds:9": 20, "d0:diamonds:10": 21,
    "d0:diamonds:J": 22, "d0:diamonds:Q": 23, "d0:diamonds:K": 24, "d0:diamonds:A": 25, "d0:hearts:2": 26,
    "d0:hearts:3": 27, "d0:hearts:4": 28, "d0:hearts:5": 29, "d0:hearts:6": 30, "d0:hearts:7": 31, "d0:hearts:8":
    32, "d0:hearts:9": 33, "d0:hearts:10": 34, "d0:hearts:J": 35, "d0:hearts:Q": 36, "d0:hearts:K": 37,
    "d0:hearts:A": 38, "d0:spades:2": 39, "d0:spades:3": 40, "d0:spades:4": 41, "d0:spades:5": 42, "d0:spades:6":
    43, "d0:spades:7": 44, "d0:spades:8": 45, "d0:spades:9": 46, "d0:spades:10": 47, "d0:spades:J": 48,
    "d0:spades:Q": 49, "d0:spades:K": 50, "d0:spades:A": 51, "d1:clubs:2": 52, "d1:clubs:3": 53, "d1:clubs:4": 54,
    "d1:clubs:5": 55, "d1:clubs:6": 56, "d1:clubs:7": 57, "d1:clubs:8": 58, "d1:clubs:9": 59, "d1:clubs:10": 60,
    "d1:clubs:J": 61, "d1:clubs:Q": 62, "d1:clubs:K": 63, "d1:clubs:A": 64, "d1:diamonds:2": 65, "d1:diamonds:3":
    66, "d1:diamonds:4": 67, "d1:diamonds:5": 68, "d1:diamonds:6": 69, "d1:diamonds:7": 70, "d1:diamonds:8": 71,
    "d1:diamonds:9": 72, "d1:diamonds:10": 73, "d1:diamonds:J": 74, "d1:diamonds:Q": 75, "d1:diamonds:K": 76,
    "d1:diamonds:A": 77, "d1:hearts:2": 78, "d1:hearts:3": 79, "d1:hearts:4": 80, "d1:hearts:5": 81,
    "d1:hearts:6": 82, "d1:hearts:7": 83, "d1:hearts:8": 84, "d1:hearts:9": 85, "d1:hearts:10": 86, "d1:hearts:J":
    87, "d1:hearts:Q": 88, "d1:hearts:K": 89, "d1:hearts:A": 90, "d1:spades:2": 91, "d1:spades:3": 92,
    "d1:spades:4": 93, "d1:spades:5": 94, "d1:spades:6": 95, "d1:spades:7": 96, "d1:spades:8": 97, "d1:spades:9":
    98, "d1:spades:10": 99, "d1:spades:J": 100, "d1:spades:Q": 101, "d1:spades:K": 102, "d1:spades:A": 103
  }'::jsonb ->> card_code.card_id
)::integer;
comment on function cards.card_code(text) is
  'The number of a card, deck * 52 + suit * 13 + rank, from its id; null for what is not a card id. [helper]';
revoke all on function cards.card_code(text) from public;
commit;
