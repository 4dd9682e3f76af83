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
    state.hands[2 * seat + 1], state.hands[2 * seat + 2], card, state.trick[1] % 52 / 13, state.trump, state.trump_broken
  );
end
$$;
comment on function cards.card_problem(cards.table_state, integer, integer) is
  'cards.card_rule for a card of a seat in a state. Whose turn it is, is not asked.';
revoke all on function cards.card_problem(cards.table_state, integer, integer) from public;
grant execute on function cards.card_problem(cards.table_state, integer, integer) to authenticated, service_role;
commit;
