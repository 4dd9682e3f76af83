-- Verify gamekeeper:sparc/tutorial/skip_tutorial on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.skip_tutorial()', '() returns sparc.tutorial_progress');
select pg_temp.has_function_nature('sparc.skip_tutorial()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.skip_tutorial()', 'authenticated, service_role');
rollback;
