-- Verify gamekeeper:core/callers/actor on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.actor()', '() returns text');
select pg_temp.has_function_nature('core.actor()', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('core.actor()', 'nobody');
rollback;
