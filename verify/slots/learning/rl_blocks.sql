-- Verify gamekeeper:slots/learning/rl_blocks on pg
begin;
set local role gamekeeper;
do $$
begin
  perform block_no, session_id, first_index, created_at from slots.rl_blocks where false;
  if has_table_privilege('anon', 'slots.rl_blocks', 'select') or has_table_privilege('authenticated', 'slots.rl_blocks', 'select') or has_table_privilege('service_role', 'slots.rl_blocks', 'select') then
    raise exception 'slots.rl_blocks is readable by the wrong roles';
  end if;
  if has_table_privilege('anon', 'slots.rl_blocks', 'insert, update, delete, truncate') or has_table_privilege('authenticated', 'slots.rl_blocks', 'insert, update, delete, truncate') or has_table_privilege('service_role', 'slots.rl_blocks', 'insert, update, delete, truncate') then
    raise exception 'slots.rl_blocks is writable by clients';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'slots.rl_blocks'::regclass) then
    raise exception 'slots.rl_blocks has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'slots.rl_blocks'::regclass and tgname like 'append_only_%') <> 3 then
    raise exception 'slots.rl_blocks can be changed';
  end if;
end
$$;
rollback;
