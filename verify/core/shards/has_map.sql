-- Verify gamekeeper:core/shards/has_map on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.has_map()', '() returns boolean');
select pg_temp.has_function_nature('core.has_map()', 'sql, volatile, parallel safe');
select pg_temp.has_function_grants('core.has_map()', 'nobody');
rollback;
