-- Verify gamekeeper:cards/rules/legal_moves on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.legal_moves(cards.table_state, uuid)', 'execute')
    or not has_function_privilege('authenticated', 'cards.legal_moves(cards.table_state, uuid)', 'execute')
    or not has_function_privilege('service_role', 'cards.legal_moves(cards.table_state, uuid)', 'execute')
  then
    raise exception 'cards.legal_moves(cards.table_state, uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
