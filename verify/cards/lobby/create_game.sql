-- Verify gamekeeper:cards/lobby/create_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.create_game(jsonb,boolean,text)', '(config jsonb DEFAULT ''{}''::jsonb, is_public boolean DEFAULT false, idempotency_key text DEFAULT NULL::text) returns cards.ticket');
select pg_temp.has_function_nature('cards.create_game(jsonb,boolean,text)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.create_game(jsonb,boolean,text)', 'authenticated, service_role');
rollback;
