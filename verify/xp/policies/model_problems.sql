-- Verify gamekeeper:xp/policies/model_problems on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.model_problems(jsonb)', '(model jsonb) returns TABLE(path text, message text)');
select pg_temp.has_function_nature('xp.model_problems(jsonb)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.model_problems(jsonb)', 'nobody');
rollback;
