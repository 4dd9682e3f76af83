-- Verify gamekeeper:slots/games/create_game on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.create_game(text,jsonb,jsonb,text,numeric,numeric,jsonb)', '(name text, rng_signature jsonb, symbol_map jsonb, idempotency_key text DEFAULT NULL::text, min_bet numeric DEFAULT NULL::numeric, max_bet numeric DEFAULT NULL::numeric, cost_rate jsonb DEFAULT ''{}''::jsonb) returns slots.games');
select pg_temp.has_function_nature('slots.create_game(text,jsonb,jsonb,text,numeric,numeric,jsonb)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.create_game(text,jsonb,jsonb,text,numeric,numeric,jsonb)', 'authenticated, service_role');
rollback;
