-- Verify gamekeeper:xp/streaks/streak_outcome on pg
begin;
set local role gamekeeper;
do $$
begin
  if (
    select array_agg(attname || ' ' || format_type(atttypid, null) order by attnum)
    from pg_attribute where attrelid = 'xp.streak_outcome'::regclass
  ) <> array['current_streak integer', 'longest_streak integer', 'grace_used integer', 'last_reward_day_id text', 'model_state jsonb', 'multiplier numeric', 'additive_bonus_xp bigint', 'xp bigint', 'grace_applied boolean', 'milestone_hits jsonb'] then
    raise exception 'xp.streak_outcome has other fields';
  end if;
end
$$;
rollback;
