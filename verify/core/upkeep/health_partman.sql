-- Verify gamekeeper:core/upkeep/health_partman on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_partman()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_partman()', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.health_partman()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.partman", "function": "core.health_partman()"}');
rollback;
