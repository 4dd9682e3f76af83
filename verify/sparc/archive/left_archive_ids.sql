-- Verify gamekeeper:sparc/archive/left_archive_ids on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.left_archive_ids()', '() returns SETOF uuid');
select pg_temp.has_function_nature('sparc.left_archive_ids()', 'plpgsql, stable, parallel safe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.left_archive_ids()', 'anon, authenticated, service_role');
rollback;
