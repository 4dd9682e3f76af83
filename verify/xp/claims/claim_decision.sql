-- Verify gamekeeper:xp/claims/claim_decision on pg
begin;
set local role gamekeeper;
do $$
begin
  if (
    select array_agg(attname || ' ' || format_type(atttypid, null) order by attnum)
    from pg_attribute where attrelid = 'xp.claim_decision'::regclass
  ) <> array['verdict text', 'day date', 'opens_at timestamp with time zone', 'next_boundary timestamp with time zone', 'ready_at timestamp with time zone', 'season_id text', 'outcome xp.streak_outcome'] then
    raise exception 'xp.claim_decision has other fields';
  end if;
end
$$;
rollback;
