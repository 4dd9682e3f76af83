-- Verify gamekeeper:slots/wallets/find_operation on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.find_operation(uuid, text, numeric)', 'execute') or has_function_privilege('authenticated', 'slots.find_operation(uuid, text, numeric)', 'execute') or has_function_privilege('service_role', 'slots.find_operation(uuid, text, numeric)', 'execute') then
    raise exception 'slots.find_operation is executable by the wrong roles';
  end if;
end
$$;
rollback;
