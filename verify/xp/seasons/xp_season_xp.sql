-- Verify gamekeeper:xp/seasons/xp_season_xp on pg
begin;
set local role gamekeeper;
do $$
begin
  perform user_id, season_id, xp from xp.xp_season_xp where false;
  if has_table_privilege('anon', 'xp.xp_season_xp', 'select')
    or not has_table_privilege('authenticated', 'xp.xp_season_xp', 'select')
    or not has_table_privilege('service_role', 'xp.xp_season_xp', 'select')
    or has_table_privilege('anon', 'xp.xp_season_xp', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_season_xp', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_season_xp', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_season_xp has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_season_xp'::regclass) then
    raise exception 'xp.xp_season_xp has no row level security';
  end if;
  if (select count(*) from pg_policy where polrelid = 'xp.xp_season_xp'::regclass) <> 2 then
    raise exception 'xp.xp_season_xp has other policies';
  end if;
end
$$;
rollback;
