-- Verify gamekeeper:core/recovery/health_archiving on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_archiving()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_archiving()', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.health_archiving()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.archiving", "function": "core.health_archiving()"}');
rollback;
