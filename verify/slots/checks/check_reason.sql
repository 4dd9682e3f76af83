-- Verify gamekeeper:slots/checks/check_reason on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.check_reason(text)', '(reason text) returns void');
select pg_temp.has_function_nature('slots.check_reason(text)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('slots.check_reason(text)', 'nobody');
rollback;
