-- Verify gamekeeper:slots/wallets/health_ledger on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.health_ledger()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('slots.health_ledger()', 'sql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('slots.health_ledger()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "slots.ledger", "function": "slots.health_ledger()"}');
rollback;
