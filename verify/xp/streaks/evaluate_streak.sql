-- Verify gamekeeper:xp/streaks/evaluate_streak on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.evaluate_streak(jsonb,xp.streak_state,date,timestamp with time zone,xp.season_bounds,date[])', '(definition jsonb, prior xp.streak_state, reward_day date, claimed_at timestamp with time zone, season xp.season_bounds, excused_days date[] DEFAULT ''{}''::date[]) returns xp.streak_outcome');
select pg_temp.has_function_nature('xp.evaluate_streak(jsonb,xp.streak_state,date,timestamp with time zone,xp.season_bounds,date[])', 'plpgsql, immutable, parallel safe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.evaluate_streak(jsonb,xp.streak_state,date,timestamp with time zone,xp.season_bounds,date[])', 'authenticated, service_role');
rollback;
