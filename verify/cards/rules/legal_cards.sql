-- Verify gamekeeper:cards/rules/legal_cards on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.legal_cards(cards.table_state,integer)', '(state cards.table_state, seat integer) returns integer[]');
select pg_temp.has_function_nature('cards.legal_cards(cards.table_state,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.legal_cards(cards.table_state,integer)', 'nobody');
rollback;
