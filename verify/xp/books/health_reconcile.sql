-- Verify gamekeeper:xp/books/health_reconcile on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.health_reconcile()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('xp.health_reconcile()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.health_reconcile()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "xp.reconcile", "function": "xp.health_reconcile()"}');
rollback;
