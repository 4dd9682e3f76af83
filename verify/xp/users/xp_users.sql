-- Verify gamekeeper:xp/users/xp_users on pg
begin;
set local role gamekeeper;
do $$
begin
  perform user_id, external_user_id, reward_tz, segment_key, created_at, updated_at, previous_tz, tz_changed_at from xp.xp_users where false;
  if has_table_privilege('anon', 'xp.xp_users', 'select')
    or not has_table_privilege('authenticated', 'xp.xp_users', 'select')
    or not has_table_privilege('service_role', 'xp.xp_users', 'select')
    or has_table_privilege('anon', 'xp.xp_users', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_users', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_users', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_users has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_users'::regclass) then
    raise exception 'xp.xp_users has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'xp.xp_users'::regclass and tgname in ('touch')) <> 1 then
    raise exception 'xp.xp_users lacks a trigger';
  end if;
  if (select count(*) from pg_policy where polrelid = 'xp.xp_users'::regclass) <> 2 then
    raise exception 'xp.xp_users has other policies';
  end if;
end
$$;
rollback;
