-- Verify gamekeeper:xp/policies/array_problems on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.array_problems(text,jsonb)', '(path text, value jsonb) returns TABLE(path text, message text)');
select pg_temp.has_function_nature('xp.array_problems(text,jsonb)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.array_problems(text,jsonb)', 'nobody');
rollback;
