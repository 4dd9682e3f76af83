-- Verify gamekeeper:xp/claims/xp_claim_keys on pg
begin;
set local role gamekeeper;
do $$
begin
  perform user_id, correlation_id, policy_key, reward_day_id, called_at, is_counted from xp.xp_claim_keys where false;
  if has_table_privilege('anon', 'xp.xp_claim_keys', 'select')
    or has_table_privilege('authenticated', 'xp.xp_claim_keys', 'select')
    or has_table_privilege('service_role', 'xp.xp_claim_keys', 'select')
    or has_table_privilege('anon', 'xp.xp_claim_keys', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_claim_keys', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_claim_keys', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_claim_keys has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_claim_keys'::regclass) then
    raise exception 'xp.xp_claim_keys has no row level security';
  end if;
end
$$;
rollback;
