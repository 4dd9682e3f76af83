-- Verify gamekeeper:slots/wallets/entry_hash on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'slots.entry_hash(bytea, slots.wallet_entries)', 'execute') or not has_function_privilege('authenticated', 'slots.entry_hash(bytea, slots.wallet_entries)', 'execute') or not has_function_privilege('service_role', 'slots.entry_hash(bytea, slots.wallet_entries)', 'execute') then
    raise exception 'slots.entry_hash is executable by the wrong roles';
  end if;
end
$$;
rollback;
