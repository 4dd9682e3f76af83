-- Verify gamekeeper:cards/documents/state_document on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.state_document(cards.table_state)', '(state cards.table_state) returns jsonb');
select pg_temp.has_function_nature('cards.state_document(cards.table_state)', 'plpgsql, stable, parallel safe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.state_document(cards.table_state)', 'authenticated, service_role');
rollback;
