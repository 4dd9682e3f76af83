-- Verify gamekeeper:slots/training/simulate_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.simulate_session(uuid,text,jsonb,numeric,numeric,bytea)', '(game_id uuid, seed text, actions jsonb, balance numeric DEFAULT NULL::numeric, fee numeric DEFAULT 0, server_seed bytea DEFAULT NULL::bytea) returns TABLE(action_no integer, event_index bigint, obs jsonb, action jsonb, result jsonb, reward double precision, next_obs jsonb, terminated boolean, nonce bigint, problem text)');
select pg_temp.has_function_nature('slots.simulate_session(uuid,text,jsonb,numeric,numeric,bytea)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.simulate_session(uuid,text,jsonb,numeric,numeric,bytea)', 'service_role');
rollback;
