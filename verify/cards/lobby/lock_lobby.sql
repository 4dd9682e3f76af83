-- Verify gamekeeper:cards/lobby/lock_lobby on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'cards.lock_lobby(uuid, uuid)', 'execute')
    or has_function_privilege('authenticated', 'cards.lock_lobby(uuid, uuid)', 'execute')
    or has_function_privilege('service_role', 'cards.lock_lobby(uuid, uuid)', 'execute')
  then
    raise exception 'cards.lock_lobby(uuid, uuid) has the wrong privileges';
  end if;
end
$$;
rollback;
