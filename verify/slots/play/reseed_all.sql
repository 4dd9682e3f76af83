-- Verify gamekeeper:slots/play/reseed_all on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.reseed_all(text)', '(IN reason text)');
select pg_temp.has_function_nature('slots.reseed_all(text)', 'plpgsql, procedure, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.reseed_all(text)', 'service_role');
rollback;
