-- Verify gamekeeper:xp/books/xp_roll_up on pg
begin;
set local role gamekeeper;
do $$
begin
  perform one, rolled_to, seen_to, seen_before, rolled_at from xp.xp_roll_up where false;
  if has_table_privilege('anon', 'xp.xp_roll_up', 'select')
    or has_table_privilege('authenticated', 'xp.xp_roll_up', 'select')
    or has_table_privilege('service_role', 'xp.xp_roll_up', 'select')
    or has_table_privilege('anon', 'xp.xp_roll_up', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_roll_up', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_roll_up', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_roll_up has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_roll_up'::regclass) then
    raise exception 'xp.xp_roll_up has no row level security';
  end if;
end
$$;
rollback;
