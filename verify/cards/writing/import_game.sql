-- Verify gamekeeper:cards/writing/import_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.import_game(jsonb,text)', '(events jsonb, idempotency_key text DEFAULT NULL::text) returns uuid');
select pg_temp.has_function_nature('cards.import_game(jsonb,text)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.import_game(jsonb,text)', 'service_role');
rollback;
