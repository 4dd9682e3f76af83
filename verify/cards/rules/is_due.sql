-- Verify gamekeeper:cards/rules/is_due on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.is_due(cards.table_state,jsonb)', '(state cards.table_state, strategies jsonb) returns boolean');
select pg_temp.has_function_nature('cards.is_due(cards.table_state,jsonb)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.is_due(cards.table_state,jsonb)', 'nobody');
rollback;
