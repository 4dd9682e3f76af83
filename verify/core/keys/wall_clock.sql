-- Verify gamekeeper:core/keys/wall_clock on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.wall_clock()', '() returns timestamp with time zone');
select pg_temp.has_function_nature('core.wall_clock()', 'sql, volatile, parallel safe');
select pg_temp.has_function_grants('core.wall_clock()', 'nobody');
rollback;
