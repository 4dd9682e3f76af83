-- Verify gamekeeper:slots/wallets/check_ledger on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.check_ledger()', 'execute') or has_function_privilege('authenticated', 'slots.check_ledger()', 'execute') or has_function_privilege('service_role', 'slots.check_ledger()', 'execute') then
    raise exception 'slots.check_ledger is executable by the wrong roles';
  end if;
end
$$;
rollback;
