-- Verify gamekeeper:core/recovery/health_drills on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_drills()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_drills()', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.health_drills()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.drills", "function": "core.health_drills()"}');
rollback;
