-- Verify gamekeeper:core/upkeep/check_partman on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.check_partman()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.check_partman()', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.check_partman()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.partman", "function": "core.check_partman()"}');
rollback;
