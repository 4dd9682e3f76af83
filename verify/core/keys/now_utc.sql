-- Verify gamekeeper:core/keys/now_utc on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.now_utc()', '() returns timestamp with time zone');
select pg_temp.has_function_nature('core.now_utc()', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('core.now_utc()', 'anon, authenticated, service_role');
rollback;
