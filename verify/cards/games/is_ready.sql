-- Verify gamekeeper:cards/games/is_ready on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.is_ready(cards.table_state)', '(state cards.table_state) returns boolean');
select pg_temp.has_function_nature('cards.is_ready(cards.table_state)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.is_ready(cards.table_state)', 'nobody');
rollback;
