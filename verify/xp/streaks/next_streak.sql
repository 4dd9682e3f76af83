-- Verify gamekeeper:xp/streaks/next_streak on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.next_streak(xp.policy_terms,xp.streak_state,date,timestamp with time zone,xp.season_bounds,date[])', '(terms xp.policy_terms, prior xp.streak_state, reward_day date, claimed_at timestamp with time zone, season xp.season_bounds, excused_days date[]) returns xp.streak_outcome');
select pg_temp.has_function_nature('xp.next_streak(xp.policy_terms,xp.streak_state,date,timestamp with time zone,xp.season_bounds,date[])', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.next_streak(xp.policy_terms,xp.streak_state,date,timestamp with time zone,xp.season_bounds,date[])', 'nobody');
rollback;
