-- Verify gamekeeper:slots/play/require_open on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.require_open(text)', '(part text) returns void');
select pg_temp.has_function_nature('slots.require_open(text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.require_open(text)', 'nobody');
rollback;
