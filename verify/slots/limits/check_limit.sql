-- Verify gamekeeper:slots/limits/check_limit on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.check_limit(text,text,text)', '(kind text, period text, currency text) returns void');
select pg_temp.has_function_nature('slots.check_limit(text,text,text)', 'plpgsql, stable, parallel safe');
select pg_temp.has_function_grants('slots.check_limit(text,text,text)', 'nobody');
rollback;
