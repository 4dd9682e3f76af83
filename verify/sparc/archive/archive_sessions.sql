-- Verify gamekeeper:sparc/archive/archive_sessions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.archive_sessions()', '() returns integer');
select pg_temp.has_function_nature('sparc.archive_sessions()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.archive_sessions()', 'service_role');
rollback;
