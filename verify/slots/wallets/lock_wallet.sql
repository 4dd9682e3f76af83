-- Verify gamekeeper:slots/wallets/lock_wallet on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.lock_wallet(uuid)', 'execute') or has_function_privilege('authenticated', 'slots.lock_wallet(uuid)', 'execute') or has_function_privilege('service_role', 'slots.lock_wallet(uuid)', 'execute') then
    raise exception 'slots.lock_wallet is executable by the wrong roles';
  end if;
end
$$;
rollback;
