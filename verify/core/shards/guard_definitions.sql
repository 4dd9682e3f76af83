-- Verify gamekeeper:core/shards/guard_definitions on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.guard_definitions()', '() returns trigger');
select pg_temp.has_function_nature('core.guard_definitions()', 'plpgsql, volatile, parallel unsafe, search_path=pg_temp');
select pg_temp.has_function_grants('core.guard_definitions()', 'nobody');
rollback;
