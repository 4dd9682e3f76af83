-- Verify gamekeeper:xp/books/xp_claim_counts on pg
begin;
set local role gamekeeper;
do $$
begin
  perform policy_key, policy_version, segment_key, streak_day, claims, duplicates, xp, grace_uses from xp.xp_claim_counts where false;
  if has_table_privilege('anon', 'xp.xp_claim_counts', 'select')
    or has_table_privilege('authenticated', 'xp.xp_claim_counts', 'select')
    or has_table_privilege('service_role', 'xp.xp_claim_counts', 'select')
    or has_table_privilege('anon', 'xp.xp_claim_counts', 'insert, update, delete, truncate')
    or has_table_privilege('authenticated', 'xp.xp_claim_counts', 'insert, update, delete, truncate')
    or has_table_privilege('service_role', 'xp.xp_claim_counts', 'insert, update, delete, truncate') then
    raise exception 'xp.xp_claim_counts has the wrong privileges';
  end if;
  if not (select relrowsecurity from pg_class where oid = 'xp.xp_claim_counts'::regclass) then
    raise exception 'xp.xp_claim_counts has no row level security';
  end if;
end
$$;
rollback;
