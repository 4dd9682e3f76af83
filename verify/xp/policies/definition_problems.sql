-- Verify gamekeeper:xp/policies/definition_problems on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.definition_problems(jsonb)', '(definition jsonb) returns TABLE(path text, message text)');
select pg_temp.has_function_nature('xp.definition_problems(jsonb)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.definition_problems(jsonb)', 'nobody');
rollback;
