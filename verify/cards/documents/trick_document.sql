-- Verify gamekeeper:cards/documents/trick_document on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.trick_document(cards.table_state)', 'execute')
    or not has_function_privilege('authenticated', 'cards.trick_document(cards.table_state)', 'execute')
    or not has_function_privilege('service_role', 'cards.trick_document(cards.table_state)', 'execute')
  then
    raise exception 'cards.trick_document(cards.table_state) has the wrong privileges';
  end if;
end
$$;
rollback;
