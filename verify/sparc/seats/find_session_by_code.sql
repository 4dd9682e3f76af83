-- Verify gamekeeper:sparc/seats/find_session_by_code on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.find_session_by_code(text)', '(code text) returns sparc.session_listing');
select pg_temp.has_function_nature('sparc.find_session_by_code(text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.find_session_by_code(text)', 'authenticated, service_role');
rollback;
