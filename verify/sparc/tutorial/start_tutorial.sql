-- Verify gamekeeper:sparc/tutorial/start_tutorial on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.start_tutorial(sparc.tutorial_path)', '(path sparc.tutorial_path) returns sparc.tutorial_progress');
select pg_temp.has_function_nature('sparc.start_tutorial(sparc.tutorial_path)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.start_tutorial(sparc.tutorial_path)', 'authenticated, service_role');
rollback;
