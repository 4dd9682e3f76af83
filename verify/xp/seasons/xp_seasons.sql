-- Verify gamekeeper:xp/seasons/xp_seasons on pg
begin;
set local role gamekeeper;
do $$
begin
  perform season_id, starts_on, ends_on, created_at from xp.xp_seasons where false;
  if has_table_privilege('anon', 'xp.xp_seasons', 'select')
    or not has_table_privilege('authenticated', 'xp.xp_seasons', 'select')
    or not has_table_privilege('service_role', 'xp.xp_seasons', 'select')
    or has_table_privilege('anon', 'xp.xp_seasons', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_seasons', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_seasons', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_seasons has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_seasons'::regclass) then
    raise exception 'xp.xp_seasons has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'xp.xp_seasons'::regclass and tgname in ('append_only_update', 'append_only_delete', 'append_only_truncate', 'audit')) <> 4 then
    raise exception 'xp.xp_seasons lacks a trigger';
  end if;
  if (select count(*) from pg_policy where polrelid = 'xp.xp_seasons'::regclass) <> 1 then
    raise exception 'xp.xp_seasons has other policies';
  end if;
end
$$;
rollback;
