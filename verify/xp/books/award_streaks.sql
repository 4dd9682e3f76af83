-- Verify gamekeeper:xp/books/award_streaks on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.award_streaks(bigint[])', '(user_ids bigint[] DEFAULT NULL::bigint[]) returns TABLE(user_id bigint, streak_key text, current_streak integer, longest_streak integer, grace_used integer, last_reward_day_id text, model_state jsonb)');
select pg_temp.has_function_nature('xp.award_streaks(bigint[])', 'plpgsql, stable, parallel safe, plan_cache_mode=force_custom_plan');
select pg_temp.has_function_grants('xp.award_streaks(bigint[])', 'nobody');
rollback;
