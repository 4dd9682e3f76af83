-- Verify gamekeeper:core/recovery/health_backups on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_backups()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_backups()', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.health_backups()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.backups", "function": "core.health_backups()"}');
rollback;
