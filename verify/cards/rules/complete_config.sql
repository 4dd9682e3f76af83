-- Verify gamekeeper:cards/rules/complete_config on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.complete_config(jsonb)', '(config jsonb) returns jsonb');
select pg_temp.has_function_nature('cards.complete_config(jsonb)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.complete_config(jsonb)', 'nobody');
rollback;
