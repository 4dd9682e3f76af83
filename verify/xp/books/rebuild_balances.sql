-- Verify gamekeeper:xp/books/rebuild_balances on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.rebuild_balances(bigint[])', '(user_ids bigint[] DEFAULT NULL::bigint[]) returns bigint');
select pg_temp.has_function_nature('xp.rebuild_balances(bigint[])', 'plpgsql, volatile, parallel unsafe, security definer, jit=off, search_path=pg_temp');
select pg_temp.has_function_grants('xp.rebuild_balances(bigint[])', 'service_role');
rollback;
