-- Verify gamekeeper:xp/boards/user_rank on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.user_rank(text,bigint)', '(season_id text, user_id bigint DEFAULT NULL::bigint) returns TABLE(rank bigint, xp bigint)');
select pg_temp.has_function_nature('xp.user_rank(text,bigint)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.user_rank(text,bigint)', 'authenticated, service_role');
rollback;
