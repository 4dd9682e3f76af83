-- Verify gamekeeper:xp/claims/xp_claim_calls on pg
begin;
set local role gamekeeper;
do $$
begin
  perform user_id, called_at, call_id, answered_at, backend, correlation_id, is_new, reward_day_id, streak_day, policy_key, policy_version, segment_key from xp.xp_claim_calls where false;
  if has_table_privilege('anon', 'xp.xp_claim_calls', 'select')
    or has_table_privilege('authenticated', 'xp.xp_claim_calls', 'select')
    or has_table_privilege('service_role', 'xp.xp_claim_calls', 'select')
    or has_table_privilege('anon', 'xp.xp_claim_calls', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_claim_calls', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_claim_calls', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_claim_calls has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_claim_calls'::regclass) then
    raise exception 'xp.xp_claim_calls has no row level security';
  end if;
end
$$;
rollback;
