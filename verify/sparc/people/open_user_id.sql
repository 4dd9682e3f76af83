-- Verify gamekeeper:sparc/people/open_user_id on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.open_user_id()', '() returns uuid');
select pg_temp.has_function_nature('sparc.open_user_id()', 'plpgsql, stable, parallel safe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.open_user_id()', 'anon, authenticated, service_role');
rollback;
