-- Verify gamekeeper:xp/days/timezone_wait on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.timezone_wait()', '() returns interval');
select pg_temp.has_function_nature('xp.timezone_wait()', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.timezone_wait()', 'nobody');
rollback;
