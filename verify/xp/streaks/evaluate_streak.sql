-- Verify gamekeeper:xp/streaks/evaluate_streak on pg
begin;
set local role gamekeeper;
do $$
begin
  if has_function_privilege('anon', 'xp.evaluate_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds)', 'execute')
    or not has_function_privilege('authenticated', 'xp.evaluate_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds)', 'execute')
    or not has_function_privilege('service_role', 'xp.evaluate_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds)', 'execute') then
    raise exception 'xp.evaluate_streak has the wrong privileges';
  end if;
  if (select provolatile <> 'i' or not prosecdef from pg_proc where oid = 'xp.evaluate_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds)'::regprocedure) then
    raise exception 'xp.evaluate_streak has the wrong volatility or security';
  end if;
  if (xp.evaluate_streak(
    '{"baseXp": 100, "streakModel": {"type": "WeeklyCycleReset", "parameters": {}}}',
    row(7, 7, 0, '2026-01-07', '{}')::xp.streak_state, '2026-01-08', '2026-01-08 12:00Z', null
  )).current_streak <> 1 then
    raise exception 'xp.evaluate_streak evaluates wrongly';
  end if;
end
$$;
rollback;
