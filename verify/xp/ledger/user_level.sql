-- Verify gamekeeper:xp/ledger/user_level on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.user_level(bigint)', '(user_id bigint DEFAULT NULL::bigint) returns TABLE(lifetime_xp bigint, level integer, xp_in_level bigint, xp_to_next bigint)');
select pg_temp.has_function_nature('xp.user_level(bigint)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.user_level(bigint)', 'authenticated, service_role');
rollback;
