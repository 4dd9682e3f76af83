-- Verify gamekeeper:slots/wallets/wallets on pg
begin;
set local role gamekeeper;
do $$
begin
  perform wallet_id, owner_id, currency, balance, daily_limit, cost_rate, spent_today, last_entry_no, last_entry_at, last_hash, created_at, updated_at from slots.wallets where false;
  if has_table_privilege('anon', 'slots.wallets', 'select') or not has_table_privilege('authenticated', 'slots.wallets', 'select') or not has_table_privilege('service_role', 'slots.wallets', 'select') then
    raise exception 'slots.wallets is readable by the wrong roles';
  end if;
  if has_table_privilege('anon', 'slots.wallets', 'insert, update, delete, truncate') or has_table_privilege('authenticated', 'slots.wallets', 'insert, update, delete, truncate') or has_table_privilege('service_role', 'slots.wallets', 'insert, update, delete, truncate') then
    raise exception 'slots.wallets is writable by clients';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'slots.wallets'::regclass) then
    raise exception 'slots.wallets has no row level security';
  end if;
end
$$;
rollback;
