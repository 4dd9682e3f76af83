-- Verify gamekeeper:cards/rules/config_problem on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.config_problem(jsonb)', '(config jsonb) returns text');
select pg_temp.has_function_nature('cards.config_problem(jsonb)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.config_problem(jsonb)', 'nobody');
rollback;
