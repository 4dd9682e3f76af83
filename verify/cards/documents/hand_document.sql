-- Verify gamekeeper:cards/documents/hand_document on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.hand_document(cards.table_state,integer)', '(state cards.table_state, seat integer) returns jsonb');
select pg_temp.has_function_nature('cards.hand_document(cards.table_state,integer)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.hand_document(cards.table_state,integer)', 'nobody');
rollback;
