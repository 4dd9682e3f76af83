-- Verify gamekeeper:cards/documents/hand_document on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.hand_document(cards.table_state, integer)', 'execute')
    or not has_function_privilege('authenticated', 'cards.hand_document(cards.table_state, integer)', 'execute')
    or not has_function_privilege('service_role', 'cards.hand_document(cards.table_state, integer)', 'execute')
  then
    raise exception 'cards.hand_document(cards.table_state, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
