-- Verify gamekeeper:xp/policies/is_valid_definition on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.is_valid_definition(jsonb)', '(definition jsonb) returns boolean');
select pg_temp.has_function_nature('xp.is_valid_definition(jsonb)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.is_valid_definition(jsonb)', 'nobody');
rollback;
