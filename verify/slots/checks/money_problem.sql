-- Verify gamekeeper:slots/checks/money_problem on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.money_problem(numeric,boolean)', '(amount numeric, zero_allowed boolean) returns text');
select pg_temp.has_function_nature('slots.money_problem(numeric,boolean)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.money_problem(numeric,boolean)', 'nobody');
rollback;
