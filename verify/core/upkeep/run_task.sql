-- Verify gamekeeper:core/upkeep/run_task on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.run_task(text,text)', '(task text, table_name text DEFAULT NULL::text) returns TABLE(ok boolean, detail text, is_waiting boolean)');
select pg_temp.has_function_nature('core.run_task(text,text)', 'plpgsql, volatile, parallel unsafe, security definer, jit=off, lock_timeout=150ms, search_path=pg_temp');
select pg_temp.has_function_grants('core.run_task(text,text)', 'service_role');
rollback;
