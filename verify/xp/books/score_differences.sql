-- Verify gamekeeper:xp/books/score_differences on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.score_differences(bigint[])', '(user_ids bigint[] DEFAULT NULL::bigint[]) returns TABLE(user_id bigint, board_id text, expected bigint, actual bigint)');
select pg_temp.has_function_nature('xp.score_differences(bigint[])', 'plpgsql, stable, parallel unsafe, plan_cache_mode=force_custom_plan');
select pg_temp.has_function_grants('xp.score_differences(bigint[])', 'nobody');
rollback;
