-- Deploy gamekeeper:cards/rules/card_rule to pg
-- requires: cards/numbers/has_card cards/numbers/card_suit cards/numbers/has_suit cards/numbers/has_other_suit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Turn, following suit and leading trump, written once: the reducer, play_card and legal_moves ask it. One
-- expression on numbers, so that the planner inlines it.
create function cards.card_rule(phase text, turn integer, seat integer, low bigint, high bigint, card integer, led integer, trump integer, is_broken boolean)
returns text
language sql
immutable
parallel safe
return case
  when card_rule.phase <> 'playing' then 'ROUND_NOT_READY'
  when card_rule.turn is distinct from card_rule.seat then 'NOT_PLAYERS_TURN'
  when not cards.has_card(card_rule.low, card_rule.high, card_rule.card) then 'CARD_NOT_IN_HAND'
  when cards.card_suit(card_rule.card) <> card_rule.led and cards.has_suit(card_rule.low, card_rule.high, card_rule.led) then 'MUST_FOLLOW_SUIT'
  when card_rule.led is null and cards.card_suit(card_rule.card) = card_rule.trump and not card_rule.is_broken and cards.has_other_suit(card_rule.low, card_rule.high, card_rule.trump) then 'CANNOT_LEAD_TRUMP'
end;
comment on function cards.card_rule(text, integer, integer, bigint, bigint, integer, integer, integer, boolean) is
  'The rule that a card of a seat would break, with the phase, the seat in turn, the hand as bit sets of decks 0 and '
  '1, the suit that was led (null: the card leads) and trump: ROUND_NOT_READY, NOT_PLAYERS_TURN, CARD_NOT_IN_HAND, '
  'MUST_FOLLOW_SUIT, CANNOT_LEAD_TRUMP, or null for a legal card. [helper]';
revoke all on function cards.card_rule(text, integer, integer, bigint, bigint, integer, integer, integer, boolean) from public;
commit;
