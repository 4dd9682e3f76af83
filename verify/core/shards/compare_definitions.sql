-- Verify gamekeeper:core/shards/compare_definitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.compare_definitions()', '() returns trigger');
select pg_temp.has_function_nature('core.compare_definitions()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.compare_definitions()', 'nobody');
rollback;
