-- Verify gamekeeper:xp/books/count_differences on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.count_differences(text)', '(of_board text DEFAULT NULL::text) returns TABLE(board_id text, level integer, bucket bigint, expected bigint, actual bigint)');
select pg_temp.has_function_nature('xp.count_differences(text)', 'plpgsql, stable, parallel unsafe, plan_cache_mode=force_custom_plan');
select pg_temp.has_function_grants('xp.count_differences(text)', 'nobody');
rollback;
