-- Deploy gamekeeper:cards/rules/legal_cards to pg
-- requires: cards/rules/table_state cards/rules/hand_cards cards/rules/card_problem
begin;
set local role gamekeeper;
create function cards.legal_cards(state cards.table_state, seat integer)
returns integer[]
language sql
immutable
parallel safe
return case
  when (legal_cards.state).phase = 'playing' and (legal_cards.state).turn = legal_cards.seat then array(
    select c
    from unnest(cards.hand_cards((legal_cards.state).hands[2 * legal_cards.seat + 1], (legal_cards.state).hands[2 * legal_cards.seat + 2])) as c
    where cards.card_problem(legal_cards.state, legal_cards.seat, c) is null
    order by c
  )
  else '{}'
end;
comment on function cards.legal_cards(cards.table_state, integer) is
  'The card numbers that a seat may play now, in order; none when it is not its turn to play a card.';
revoke all on function cards.legal_cards(cards.table_state, integer) from public;
grant execute on function cards.legal_cards(cards.table_state, integer) to authenticated, service_role;
commit;
