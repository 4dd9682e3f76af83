-- Verify gamekeeper:slots/fairness/revealed_seeds on pg
begin;
set local role gamekeeper;
do $$
begin
  perform session_id, seed_no, owner_id, server_seed, server_seed_hash, client_seed, spins, revealed_at from slots.revealed_seeds where false;
  if has_table_privilege('anon', 'slots.revealed_seeds', 'select') or not has_table_privilege('authenticated', 'slots.revealed_seeds', 'select') or not has_table_privilege('service_role', 'slots.revealed_seeds', 'select') then
    raise exception 'slots.revealed_seeds is readable by the wrong roles';
  end if;
  if has_table_privilege('anon', 'slots.revealed_seeds', 'insert, update, delete, truncate') or has_table_privilege('authenticated', 'slots.revealed_seeds', 'insert, update, delete, truncate') or has_table_privilege('service_role', 'slots.revealed_seeds', 'insert, update, delete, truncate') then
    raise exception 'slots.revealed_seeds is writable by clients';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'slots.revealed_seeds'::regclass) then
    raise exception 'slots.revealed_seeds has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'slots.revealed_seeds'::regclass and tgname like 'append_only_%') <> 3 then
    raise exception 'slots.revealed_seeds can be changed';
  end if;
end
$$;
rollback;
