-- Verify gamekeeper:cards/lobby/host_seat on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.host_seat(cards.table_state)', '(state cards.table_state) returns integer');
select pg_temp.has_function_nature('cards.host_seat(cards.table_state)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.host_seat(cards.table_state)', 'nobody');
rollback;
