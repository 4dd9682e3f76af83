-- Verify gamekeeper:sparc/people/enter on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.enter()', '() returns uuid');
select pg_temp.has_function_nature('sparc.enter()', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.enter()', 'nobody');
rollback;
