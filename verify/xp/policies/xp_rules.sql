-- Verify gamekeeper:xp/policies/xp_rules on pg
begin;
set local role gamekeeper;
do $$
begin
  perform policy_key, version, is_active, definition, created_by, created_at, updated_at, activated_at from xp.xp_rules where false;
  if has_table_privilege('anon', 'xp.xp_rules', 'select')
    or not has_table_privilege('authenticated', 'xp.xp_rules', 'select')
    or not has_table_privilege('service_role', 'xp.xp_rules', 'select')
    or has_table_privilege('anon', 'xp.xp_rules', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_rules', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_rules', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_rules has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_rules'::regclass) then
    raise exception 'xp.xp_rules has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'xp.xp_rules'::regclass and tgname in ('touch', 'audit')) <> 2 then
    raise exception 'xp.xp_rules lacks a trigger';
  end if;
  if (select count(*) from pg_policy where polrelid = 'xp.xp_rules'::regclass) <> 1 then
    raise exception 'xp.xp_rules has other policies';
  end if;
end
$$;
rollback;
