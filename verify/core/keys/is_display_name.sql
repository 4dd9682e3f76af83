-- Verify gamekeeper:core/keys/is_display_name on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('core.is_display_name(text)', '(name text) returns boolean');
select pg_temp.has_function_nature('core.is_display_name(text)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('core.is_display_name(text)', 'authenticated, service_role');
rollback;
