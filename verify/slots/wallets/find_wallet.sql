-- Verify gamekeeper:slots/wallets/find_wallet on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.find_wallet(uuid)', 'execute') or has_function_privilege('authenticated', 'slots.find_wallet(uuid)', 'execute') or has_function_privilege('service_role', 'slots.find_wallet(uuid)', 'execute') then
    raise exception 'slots.find_wallet is executable by the wrong roles';
  end if;
end
$$;
rollback;
