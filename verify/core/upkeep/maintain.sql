-- Verify gamekeeper:core/upkeep/maintain on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.maintain()', '() returns TABLE(task text, ok boolean, detail text)');
select pg_temp.has_function_nature('core.maintain()', 'plpgsql, volatile, parallel unsafe, security definer, lock_timeout=5s, search_path=pg_temp');
select pg_temp.has_function_grants('core.maintain()', 'service_role');
rollback;
