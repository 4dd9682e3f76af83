-- Verify gamekeeper:xp/ledger/xp_ledger on pg
begin;
set local role gamekeeper;
do $$
begin
  perform ledger_id, user_id, amount, reason, correlation_id, policy_key, policy_version, season_id, metadata, created_at, reward_day_id from xp.xp_ledger where false;
  if has_table_privilege('anon', 'xp.xp_ledger', 'select')
    or not has_table_privilege('authenticated', 'xp.xp_ledger', 'select')
    or not has_table_privilege('service_role', 'xp.xp_ledger', 'select')
    or has_table_privilege('anon', 'xp.xp_ledger', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_ledger', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_ledger', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_ledger has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_ledger'::regclass) then
    raise exception 'xp.xp_ledger has no row level security';
  end if;
  if (select count(*) from pg_trigger where tgrelid = 'xp.xp_ledger'::regclass and tgname in ('append_only_update', 'append_only_delete', 'append_only_truncate')) <> 3 then
    raise exception 'xp.xp_ledger lacks a trigger';
  end if;
  if (select count(*) from pg_policy where polrelid = 'xp.xp_ledger'::regclass) <> 2 then
    raise exception 'xp.xp_ledger has other policies';
  end if;
end
$$;
rollback;
