-- Verify gamekeeper:cards/log/complete_game on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.complete_game(uuid, cards.table_state, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'cards.complete_game(uuid, cards.table_state, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'cards.complete_game(uuid, cards.table_state, timestamptz)', 'execute')
  then
    raise exception 'cards.complete_game(uuid, cards.table_state, timestamptz) has the wrong privileges';
  end if;
end
$$;
rollback;
