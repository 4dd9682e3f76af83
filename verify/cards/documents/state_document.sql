-- Verify gamekeeper:cards/documents/state_document on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.state_document(cards.table_state)', 'execute')
    or not has_function_privilege('authenticated', 'cards.state_document(cards.table_state)', 'execute')
    or not has_function_privilege('service_role', 'cards.state_document(cards.table_state)', 'execute')
  then
    raise exception 'cards.state_document(cards.table_state) has the wrong privileges';
  end if;
end
$$;
rollback;
