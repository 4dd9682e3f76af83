-- Verify gamekeeper:xp/users/xp_timezone_changes on pg
begin;
set local role gamekeeper;
do $$
begin
  perform user_id, change_no, from_tz, to_tz, requested_at from xp.xp_timezone_changes where false;
  if has_table_privilege('anon', 'xp.xp_timezone_changes', 'select')
    or not has_table_privilege('authenticated', 'xp.xp_timezone_changes', 'select')
    or not has_table_privilege('service_role', 'xp.xp_timezone_changes', 'select')
    or has_table_privilege('anon', 'xp.xp_timezone_changes', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_timezone_changes', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_timezone_changes', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_timezone_changes has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_timezone_changes'::regclass) then
    raise exception 'xp.xp_timezone_changes has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'xp.xp_timezone_changes'::regclass and tgname in ('append_only_update', 'append_only_delete', 'append_only_truncate')) <> 3 then
    raise exception 'xp.xp_timezone_changes lacks a trigger';
  end if;
  if (select count(*) from pg_policy where polrelid = 'xp.xp_timezone_changes'::regclass) <> 2 then
    raise exception 'xp.xp_timezone_changes has other policies';
  end if;
end
$$;
rollback;
