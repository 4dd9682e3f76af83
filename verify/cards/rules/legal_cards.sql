-- Verify gamekeeper:cards/rules/legal_cards on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.legal_cards(cards.table_state, integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.legal_cards(cards.table_state, integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.legal_cards(cards.table_state, integer)', 'execute')
  then
    raise exception 'cards.legal_cards(cards.table_state, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
