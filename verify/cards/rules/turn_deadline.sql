-- Verify gamekeeper:cards/rules/turn_deadline on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.turn_deadline(cards.table_state,cards.table_state,timestamp with time zone,timestamp with time zone)', '(before cards.table_state, after cards.table_state, deadline timestamp with time zone, at timestamp with time zone) returns timestamp with time zone');
select pg_temp.has_function_nature('cards.turn_deadline(cards.table_state,cards.table_state,timestamp with time zone,timestamp with time zone)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('cards.turn_deadline(cards.table_state,cards.table_state,timestamp with time zone,timestamp with time zone)', 'nobody');
rollback;
