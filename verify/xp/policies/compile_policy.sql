-- Verify gamekeeper:xp/policies/compile_policy on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.compile_policy(jsonb)', '(definition jsonb) returns xp.policy_terms');
select pg_temp.has_function_nature('xp.compile_policy(jsonb)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('xp.compile_policy(jsonb)', 'nobody');
rollback;
