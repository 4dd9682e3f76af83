-- Verify gamekeeper:slots/training/take_in_experiences on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.take_in_experiences(double precision,boolean)', '(alpha double precision, waits boolean) returns void');
select pg_temp.has_function_nature('slots.take_in_experiences(double precision,boolean)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.take_in_experiences(double precision,boolean)', 'nobody');
rollback;
