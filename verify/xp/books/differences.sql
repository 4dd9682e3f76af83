-- Verify gamekeeper:xp/books/differences on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.differences(bigint[])', '(user_ids bigint[] DEFAULT NULL::bigint[]) returns TABLE(kind text, user_id bigint, expected jsonb, actual jsonb)');
select pg_temp.has_function_nature('xp.differences(bigint[])', 'plpgsql, stable, parallel safe, plan_cache_mode=force_custom_plan');
select pg_temp.has_function_grants('xp.differences(bigint[])', 'nobody');
rollback;
