-- Verify gamekeeper:slots/fairness/server_seeds on pg
begin;
set local role gamekeeper;
do $$
begin
  perform session_id, server_seed, inner_block, outer_block, next_server_seed from slots.server_seeds where false;
  if has_table_privilege('anon', 'slots.server_seeds', 'select') or has_table_privilege('authenticated', 'slots.server_seeds', 'select') or has_table_privilege('service_role', 'slots.server_seeds', 'select') then
    raise exception 'slots.server_seeds is readable by the wrong roles';
  end if;
  if has_table_privilege('anon', 'slots.server_seeds', 'insert, update, delete, truncate') or has_table_privilege('authenticated', 'slots.server_seeds', 'insert, update, delete, truncate') or has_table_privilege('service_role', 'slots.server_seeds', 'insert, update, delete, truncate') then
    raise exception 'slots.server_seeds is writable by clients';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'slots.server_seeds'::regclass) then
    raise exception 'slots.server_seeds has no row level security';
  end if;
end
$$;
rollback;
