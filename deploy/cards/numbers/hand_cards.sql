-- Deploy gamekeeper:cards/numbers/hand_cards to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Walks over the bits that are set: low & -low is the lowest of them.
create function cards.hand_cards(low bigint, high bigint)
returns integer[]
language plpgsql
immutable
parallel safe
as $$
declare
  _cards integer[] := array[]::integer[];
begin
  while hand_cards.low <> 0 loop
    _cards := _cards || bit_count(((hand_cards.low & -hand_cards.low) - 1)::bit(64))::integer;
    low := hand_cards.low & (hand_cards.low - 1);
  end loop;
  while hand_cards.high <> 0 loop
    _cards := _cards || 52 + bit_count(((hand_cards.high & -hand_cards.high) - 1)::bit(64))::integer;
    high := hand_cards.high & (hand_cards.high - 1);
  end loop;
  return _cards;
end
$$;
comment on function cards.hand_cards(bigint, bigint) is
  'The card numbers of a hand from its two masks, in order. [helper]';
revoke all on function cards.hand_cards(bigint, bigint) from public;
commit;
