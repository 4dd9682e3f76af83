-- Verify gamekeeper:core/keys/utc on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.utc(timestamp with time zone)', '(at timestamp with time zone) returns timestamp without time zone');
select pg_temp.has_function_nature('core.utc(timestamp with time zone)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('core.utc(timestamp with time zone)', 'nobody');
rollback;
