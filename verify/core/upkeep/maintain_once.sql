-- Verify gamekeeper:core/upkeep/maintain_once on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.maintain_once()', '() returns TABLE(task text, ok boolean, detail text)');
select pg_temp.has_function_nature('core.maintain_once()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.maintain_once()', 'service_role');
rollback;
