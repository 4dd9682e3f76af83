-- Verify gamekeeper:xp/policies/array_items on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.array_items(jsonb)', '(value jsonb) returns TABLE(index integer, item jsonb)');
select pg_temp.has_function_nature('xp.array_items(jsonb)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.array_items(jsonb)', 'nobody');
rollback;
