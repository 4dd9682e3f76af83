-- Verify gamekeeper:core/upkeep/health_clients_can_abort on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.health_clients_can_abort()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('core.health_clients_can_abort()', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('core.health_clients_can_abort()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "core.clients_can_abort", "function": "core.health_clients_can_abort()"}');
rollback;
