-- Verify gamekeeper:sparc/tutorial/complete_step on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.complete_step(text)', '(step text) returns sparc.tutorial_progress');
select pg_temp.has_function_nature('sparc.complete_step(text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.complete_step(text)', 'authenticated, service_role');
rollback;
