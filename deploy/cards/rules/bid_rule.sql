-- Deploy gamekeeper:cards/rules/bid_rule to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Bidding, written once: the reducer and place_bid ask it. One expression, so that the planner inlines it.
create function cards.bid_rule(phase text, turn integer, seat integer, bid integer, round_cards integer)
returns text
language sql
immutable
parallel safe
return case
  when bid_rule.phase <> 'bidding' then 'ROUND_NOT_READY'
  when bid_rule.turn is distinct from bid_rule.seat then 'NOT_PLAYERS_TURN'
  when bid_rule.bid between 0 and bid_rule.round_cards then null
  else 'INVALID_BID'
end;
comment on function cards.bid_rule(text, integer, integer, integer, integer) is
  'The rule that a bid of a seat would break, with the phase, the seat in turn and the cards per player of the '
  'round: ROUND_NOT_READY, NOT_PLAYERS_TURN, INVALID_BID, or null for a bid that may be made. [helper]';
revoke all on function cards.bid_rule(text, integer, integer, integer, integer) from public;
commit;
