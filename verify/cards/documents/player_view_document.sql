-- Verify gamekeeper:cards/documents/player_view_document on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.player_view_document(cards.table_state, integer)', 'execute')
    or has_function_privilege('authenticated', 'cards.player_view_document(cards.table_state, integer)', 'execute')
    or has_function_privilege('service_role', 'cards.player_view_document(cards.table_state, integer)', 'execute')
  then
    raise exception 'cards.player_view_document(cards.table_state, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
