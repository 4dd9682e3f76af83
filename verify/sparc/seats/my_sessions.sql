-- Verify gamekeeper:sparc/seats/my_sessions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.my_sessions()', '() returns SETOF sparc.session_listing');
select pg_temp.has_function_nature('sparc.my_sessions()', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.my_sessions()', 'authenticated, service_role');
rollback;
