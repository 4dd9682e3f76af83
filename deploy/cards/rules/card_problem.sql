-- Deploy gamekeeper:cards/rules/card_problem to pg
-- requires: cards/rules/table_state cards/rules/card_rule cards/numbers/hand_at cards/numbers/card_suit
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.card_problem(state cards.table_state, seat integer, card integer)
returns text
language sql
immutable
parallel safe
return cards.card_rule(
  (card_problem.state).phase, (card_problem.state).turn, card_problem.seat, (card_problem.state).hands[cards.hand_at(card_problem.seat, 0)], (card_problem.state).hands[cards.hand_at(card_problem.seat, 1)],
  card_problem.card, cards.card_suit((card_problem.state).trick[1]), (card_problem.state).trump, (card_problem.state).trump_broken
);
comment on function cards.card_problem(cards.table_state, integer, integer) is
  'The rule that a card of a seat would break in a state; null for a legal card. [helper]';
revoke all on function cards.card_problem(cards.table_state, integer, integer) from public;
commit;
