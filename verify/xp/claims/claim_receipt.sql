-- Verify gamekeeper:xp/claims/claim_receipt on pg
begin;
set local role gamekeeper;
do $$
begin
  if (
    select array_agg(attname || ' ' || format_type(atttypid, null) order by attnum)
    from pg_attribute where attrelid = 'xp.claim_receipt'::regclass
  ) <> array['status text', 'receipt_id uuid', 'xp bigint', 'streak_day integer', 'longest_streak integer', 'grace_used integer', 'milestone_hits jsonb', 'next_boundary timestamp with time zone', 'policy_version integer', 'policy_key text', 'reward_day_id text'] then
    raise exception 'xp.claim_receipt has other fields';
  end if;
end
$$;
rollback;
