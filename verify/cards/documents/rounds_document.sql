-- Verify gamekeeper:cards/documents/rounds_document on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.rounds_document(cards.table_state)', '(state cards.table_state) returns jsonb');
select pg_temp.has_function_nature('cards.rounds_document(cards.table_state)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.rounds_document(cards.table_state)', 'nobody');
rollback;
