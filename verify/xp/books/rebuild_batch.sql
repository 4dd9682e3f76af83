-- Verify gamekeeper:xp/books/rebuild_batch on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.rebuild_batch(bigint,integer)', '(after_user_id bigint DEFAULT NULL::bigint, accounts integer DEFAULT 200) returns TABLE(last_user_id bigint, changed bigint)');
select pg_temp.has_function_nature('xp.rebuild_batch(bigint,integer)', 'plpgsql, volatile, parallel unsafe, security definer, jit=off, search_path=pg_temp');
select pg_temp.has_function_grants('xp.rebuild_batch(bigint,integer)', 'service_role');
rollback;
