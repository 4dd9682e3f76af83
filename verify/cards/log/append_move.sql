-- Verify gamekeeper:cards/log/append_move on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.append_move(uuid, cards.table_state, text, jsonb, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'cards.append_move(uuid, cards.table_state, text, jsonb, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'cards.append_move(uuid, cards.table_state, text, jsonb, timestamptz)', 'execute')
  then
    raise exception 'cards.append_move(uuid, cards.table_state, text, jsonb, timestamptz) has the wrong privileges';
  end if;
end
$$;
rollback;
