-- Verify gamekeeper:cards/games/is_rated on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.is_rated(cards.table_state,boolean)', '(state cards.table_state, is_public boolean) returns boolean');
select pg_temp.has_function_nature('cards.is_rated(cards.table_state,boolean)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.is_rated(cards.table_state,boolean)', 'nobody');
rollback;
