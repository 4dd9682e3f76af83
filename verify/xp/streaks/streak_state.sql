-- Verify gamekeeper:xp/streaks/streak_state on pg
begin;
set local role gamekeeper;
do $$
begin
  if (
    select array_agg(attname || ' ' || format_type(atttypid, null) order by attnum)
    from pg_attribute where attrelid = 'xp.streak_state'::regclass
  ) <> array['current_streak integer', 'longest_streak integer', 'grace_used integer', 'last_reward_day_id text', 'model_state jsonb'] then
    raise exception 'xp.streak_state has other fields';
  end if;
end
$$;
rollback;
