-- Verify gamekeeper:cards/lobby/limit_lobby_calls on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.limit_lobby_calls(uuid, timestamptz)', 'execute')
    or has_function_privilege('authenticated', 'cards.limit_lobby_calls(uuid, timestamptz)', 'execute')
    or has_function_privilege('service_role', 'cards.limit_lobby_calls(uuid, timestamptz)', 'execute')
  then
    raise exception 'cards.limit_lobby_calls(uuid, timestamptz) has the wrong privileges';
  end if;
end
$$;
rollback;
