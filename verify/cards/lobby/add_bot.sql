-- Verify gamekeeper:cards/lobby/add_bot on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.add_bot(uuid,text)', '(game_id uuid, idempotency_key text DEFAULT NULL::text) returns uuid');
select pg_temp.has_function_nature('cards.add_bot(uuid,text)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.add_bot(uuid,text)', 'authenticated, service_role');
rollback;
