-- Verify gamekeeper:sparc/sessions/my_session_ids on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.my_session_ids()', '() returns SETOF uuid');
select pg_temp.has_function_nature('sparc.my_session_ids()', 'plpgsql, stable, parallel safe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.my_session_ids()', 'anon, authenticated, service_role');
rollback;
