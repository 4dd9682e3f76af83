-- Verify gamekeeper:cards/log/next_event on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.next_event(uuid, cards.table_state, jsonb)', 'execute')
    or has_function_privilege('authenticated', 'cards.next_event(uuid, cards.table_state, jsonb)', 'execute')
    or has_function_privilege('service_role', 'cards.next_event(uuid, cards.table_state, jsonb)', 'execute')
  then
    raise exception 'cards.next_event(uuid, cards.table_state, jsonb) has the wrong privileges';
  end if;
end
$$;
rollback;
