-- Verify gamekeeper:cards/rules/card_problem on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.card_problem(cards.table_state, integer, integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.card_problem(cards.table_state, integer, integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.card_problem(cards.table_state, integer, integer)', 'execute')
  then
    raise exception 'cards.card_problem(cards.table_state, integer, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
