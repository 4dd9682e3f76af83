-- Verify gamekeeper:cards/documents/view_document on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.view_document(cards.game_state, integer)', 'execute')
    or has_function_privilege('authenticated', 'cards.view_document(cards.game_state, integer)', 'execute')
    or has_function_privilege('service_role', 'cards.view_document(cards.game_state, integer)', 'execute')
  then
    raise exception 'cards.view_document(cards.game_state, integer) has the wrong privileges';
  end if;
end
$$;
rollback;
