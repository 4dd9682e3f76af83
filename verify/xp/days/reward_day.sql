-- Verify gamekeeper:xp/days/reward_day on pg
begin;
set local role gamekeeper;
do $$
begin
  if (
    select array_agg(attname || ' ' || format_type(atttypid, null) order by attnum)
    from pg_attribute where attrelid = 'xp.reward_day'::regclass
  ) <> array['day date', 'opens_at timestamp with time zone', 'next_boundary timestamp with time zone'] then
    raise exception 'xp.reward_day has other fields';
  end if;
end
$$;
rollback;
