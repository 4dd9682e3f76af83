-- Verify gamekeeper:slots/wallets/wallet_entries on pg
begin;
set local role gamekeeper;
do $$
begin
  perform wallet_id, entry_no, owner_id, kind, amount, balance_after, session_id, event_index, idempotency_key, created_at, entry_hash, _v from slots.wallet_entries where false;
  if has_table_privilege('anon', 'slots.wallet_entries', 'select') or not has_table_privilege('authenticated', 'slots.wallet_entries', 'select') or not has_table_privilege('service_role', 'slots.wallet_entries', 'select') then
    raise exception 'slots.wallet_entries is readable by the wrong roles';
  end if;
  if has_table_privilege('anon', 'slots.wallet_entries', 'insert, update, delete, truncate') or has_table_privilege('authenticated', 'slots.wallet_entries', 'insert, update, delete, truncate') or has_table_privilege('service_role', 'slots.wallet_entries', 'insert, update, delete, truncate') then
    raise exception 'slots.wallet_entries is writable by clients';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'slots.wallet_entries'::regclass) then
    raise exception 'slots.wallet_entries has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'slots.wallet_entries'::regclass and tgname like 'append_only_%') <> 3 then
    raise exception 'slots.wallet_entries can be changed';
  end if;
end
$$;
rollback;
