-- Verify gamekeeper:xp/policies/list_items on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.list_items(jsonb)', '(value jsonb) returns TABLE(index integer, item jsonb)');
select pg_temp.has_function_nature('xp.list_items(jsonb)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.list_items(jsonb)', 'nobody');
rollback;
