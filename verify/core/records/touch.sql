-- Verify gamekeeper:core/records/touch on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.touch()', '() returns trigger');
select pg_temp.has_function_nature('core.touch()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.touch()', 'nobody');
rollback;
