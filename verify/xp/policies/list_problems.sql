-- Verify gamekeeper:xp/policies/list_problems on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.list_problems(text,jsonb)', '(path text, value jsonb) returns TABLE(path text, message text)');
select pg_temp.has_function_nature('xp.list_problems(text,jsonb)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.list_problems(text,jsonb)', 'nobody');
rollback;
