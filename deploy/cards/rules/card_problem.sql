-- Deploy gamekeeper:cards/rules/card_problem to pg
-- requires: cards/rules/table_state cards/rules/card_rule
begin;
set local role gamekeeper;
create function cards.card_problem(state cards.table_state, seat integer, card integer)
returns text
language plpgsql
immutable
parallel safe
set search_path = pg_temp
as $$
begin
  return cards.card_rule(
    card_problem.state.hands[2 * card_problem.seat + 1], card_problem.state.hands[2 * card_problem.seat + 2], card_problem.card, card_problem.state.trick[1] % 52 / 13, card_problem.state.trump, card_problem.state.trump_broken
  );
end
$$;
comment on function cards.card_problem(cards.table_state, integer, integer) is
  'cards.card_rule for a card of a seat in a state. Whose turn it is, is not asked.';
revoke all on function cards.card_problem(cards.table_state, integer, integer) from public;
grant execute on function cards.card_problem(cards.table_state, integer, integer) to authenticated, service_role;
commit;
