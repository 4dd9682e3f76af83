-- Verify gamekeeper:core/upkeep/health_prepared_transactions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_prepared_transactions()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_prepared_transactions()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.health_prepared_transactions()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.prepared_transactions", "function": "core.health_prepared_transactions()"}');
rollback;
