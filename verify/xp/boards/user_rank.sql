-- Verify gamekeeper:xp/seasons/user_rank on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.user_rank(text)', '(season_id text) returns TABLE(rank bigint, xp bigint)');
select pg_temp.has_function_nature('xp.user_rank(text)', 'plpgsql, stable, parallel unsafe, security definer, plan_cache_mode=force_custom_plan, search_path=pg_temp');
select pg_temp.has_function_grants('xp.user_rank(text)', 'authenticated, service_role');
rollback;
