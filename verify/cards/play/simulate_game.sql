-- Verify gamekeeper:cards/play/simulate_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.simulate_game(integer,text,text)', '(player_count integer, session_seed text DEFAULT NULL::text, idempotency_key text DEFAULT NULL::text) returns uuid');
select pg_temp.has_function_nature('cards.simulate_game(integer,text,text)', 'plpgsql, volatile, parallel unsafe, security definer, client_min_messages=warning, search_path=pg_temp');
select pg_temp.has_function_grants('cards.simulate_game(integer,text,text)', 'service_role');
rollback;
