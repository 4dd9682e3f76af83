-- Verify gamekeeper:sparc/people/reject_input on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.reject_input(text,text)', '(field text, problem text) returns void');
select pg_temp.has_function_nature('sparc.reject_input(text,text)', 'plpgsql, volatile, parallel safe');
select pg_temp.has_function_grants('sparc.reject_input(text,text)', 'nobody');
rollback;
