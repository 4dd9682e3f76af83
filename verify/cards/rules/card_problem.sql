-- Verify gamekeeper:cards/rules/card_problem on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.card_problem(cards.table_state,integer,integer)', '(state cards.table_state, seat integer, card integer) returns text');
select pg_temp.has_function_nature('cards.card_problem(cards.table_state,integer,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.card_problem(cards.table_state,integer,integer)', 'nobody');
rollback;
