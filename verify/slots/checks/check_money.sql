-- Verify gamekeeper:slots/checks/check_money on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.check_money(text,numeric,boolean)', '(field text, amount numeric, zero_allowed boolean DEFAULT false) returns numeric');
select pg_temp.has_function_nature('slots.check_money(text,numeric,boolean)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('slots.check_money(text,numeric,boolean)', 'nobody');
rollback;
