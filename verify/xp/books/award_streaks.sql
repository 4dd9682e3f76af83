-- Verify gamekeeper:xp/books/award_streaks on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.award_streaks(bigint[])', '(user_ids bigint[] DEFAULT NULL::bigint[]) returns TABLE(user_id bigint, streak_key text, current_streak integer, longest_streak integer, grace_used integer, last_reward_day_id text, model_state jsonb)');
select pg_temp.has_function_nature('xp.award_streaks(bigint[])', 'sql, stable, parallel safe, search_path=pg_temp');
select pg_temp.has_function_grants('xp.award_streaks(bigint[])', 'nobody');
rollback;
