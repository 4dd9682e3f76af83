-- Verify gamekeeper:cards/documents/round_document on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.round_document(cards.table_state)', '(state cards.table_state) returns jsonb');
select pg_temp.has_function_nature('cards.round_document(cards.table_state)', 'plpgsql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.round_document(cards.table_state)', 'nobody');
rollback;
