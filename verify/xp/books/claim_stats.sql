-- Verify gamekeeper:xp/books/claim_stats on pg
begin;
set local role gamekeeper;
do $$
begin
  perform policy_key, policy_version, segment_key, claims, duplicates, xp, grace_uses, streak_histogram from xp.claim_stats where false;
  if has_table_privilege('anon', 'xp.claim_stats', 'select') or not has_table_privilege('authenticated', 'xp.claim_stats', 'select') then
    raise exception 'xp.claim_stats has the wrong privileges';
  end if;
  if not (select reloptions @> '{security_invoker=true}' from pg_class where oid = 'xp.claim_stats'::regclass) then
    raise exception 'xp.claim_stats does not run as its caller';
  end if;
end
$$;
rollback;
