-- Verify gamekeeper:cards/rules/check_state on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.check_state(cards.table_state)', '(state cards.table_state) returns void');
select pg_temp.has_function_nature('cards.check_state(cards.table_state)', 'plpgsql, volatile, parallel safe');
select pg_temp.has_function_grants('cards.check_state(cards.table_state)', 'nobody');
rollback;
