-- Verify gamekeeper:slots/wallets/check_ledger on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.check_ledger()', '() returns TABLE(ok boolean, detail text, action text)');
select pg_temp.has_function_nature('slots.check_ledger()', 'sql, stable, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('slots.check_ledger()', 'nobody');
select pg_temp.has_row('core.health_checks', '{"name": "slots.ledger", "function": "slots.check_ledger()"}');
rollback;
