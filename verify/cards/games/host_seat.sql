-- Verify gamekeeper:cards/games/host_seat on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.host_seat(cards.table_state,uuid)', '(state cards.table_state, host_id uuid) returns integer');
select pg_temp.has_function_nature('cards.host_seat(cards.table_state,uuid)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.host_seat(cards.table_state,uuid)', 'nobody');
rollback;
