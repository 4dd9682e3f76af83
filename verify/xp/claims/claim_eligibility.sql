-- Verify gamekeeper:xp/claims/claim_eligibility on pg
begin;
set local role gamekeeper;
do $$
begin
  if (
    select array_agg(attname || ' ' || format_type(atttypid, null) order by attnum)
    from pg_attribute where attrelid = 'xp.claim_eligibility'::regclass
  ) <> array['eligible boolean', 'reason text', 'reward_day_id text', 'projected_xp bigint', 'streak_preview integer', 'next_boundary timestamp with time zone', 'days_to_next_milestone integer', 'days_to_season_end integer', 'policy_version integer', 'policy_key text', 'eligible_at timestamp with time zone'] then
    raise exception 'xp.claim_eligibility has other fields';
  end if;
end
$$;
rollback;
