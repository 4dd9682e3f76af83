-- Verify gamekeeper:cards/games/count_people on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.count_people(cards.table_state)', '(state cards.table_state) returns integer');
select pg_temp.has_function_nature('cards.count_people(cards.table_state)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.count_people(cards.table_state)', 'nobody');
rollback;
