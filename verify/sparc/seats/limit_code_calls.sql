-- Verify gamekeeper:sparc/seats/limit_code_calls on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.limit_code_calls(uuid)', '(user_id uuid) returns void');
select pg_temp.has_function_nature('sparc.limit_code_calls(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.limit_code_calls(uuid)', 'nobody');
rollback;
