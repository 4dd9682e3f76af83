-- Verify gamekeeper:xp/books/reconcile on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.reconcile()', '() returns TABLE(kind text, user_id bigint, expected jsonb, actual jsonb)');
select pg_temp.has_function_nature('xp.reconcile()', 'plpgsql, stable, parallel unsafe, security definer, jit=off, search_path=pg_temp');
select pg_temp.has_function_grants('xp.reconcile()', 'authenticated, service_role');
rollback;
