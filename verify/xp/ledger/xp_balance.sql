-- Verify gamekeeper:xp/ledger/xp_balance on pg
begin;
set local role gamekeeper;
do $$
begin
  perform user_id, current_balance, lifetime_xp, seasonal_xp, season_id, updated_at from xp.xp_balance where false;
  if has_table_privilege('anon', 'xp.xp_balance', 'select')
    or not has_table_privilege('authenticated', 'xp.xp_balance', 'select')
    or not has_table_privilege('service_role', 'xp.xp_balance', 'select')
    or has_table_privilege('anon', 'xp.xp_balance', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_balance', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_balance', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_balance has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_balance'::regclass) then
    raise exception 'xp.xp_balance has no row level security';
  end if;
  if (select count(*) from pg_policy where polrelid = 'xp.xp_balance'::regclass) <> 2 then
    raise exception 'xp.xp_balance has other policies';
  end if;
end
$$;
rollback;
