-- Verify gamekeeper:core/keys/strong_random on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.strong_random()', '() returns bytea');
select pg_temp.has_function_nature('core.strong_random()', 'sql, volatile, parallel safe');
select pg_temp.has_function_grants('core.strong_random()', 'nobody');
rollback;
