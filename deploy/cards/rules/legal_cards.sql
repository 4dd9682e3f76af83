-- Deploy gamekeeper:cards/rules/legal_cards to pg
-- requires: cards/rules/table_state cards/numbers/hand_cards cards/numbers/hand_at cards/rules/card_problem
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.legal_cards(state cards.table_state, seat integer)
returns integer[]
language sql
immutable
parallel safe
return array(
  select c
  from unnest(cards.hand_cards((legal_cards.state).hands[cards.hand_at(legal_cards.seat, 0)], (legal_cards.state).hands[cards.hand_at(legal_cards.seat, 1)])) as c
  where cards.card_problem(legal_cards.state, legal_cards.seat, c) is null
  order by c
);
comment on function cards.legal_cards(cards.table_state, integer) is
  'The card numbers that a seat may play now, in order; none when it is not its turn to play a card. [helper]';
revoke all on function cards.legal_cards(cards.table_state, integer) from public;
commit;
