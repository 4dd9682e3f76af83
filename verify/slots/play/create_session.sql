-- Verify gamekeeper:slots/play/create_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.create_session(uuid,jsonb,uuid,text,text)', '(game_id uuid, player_profile jsonb DEFAULT ''{}''::jsonb, wallet_id uuid DEFAULT NULL::uuid, client_seed text DEFAULT NULL::text, idempotency_key text DEFAULT NULL::text) returns slots.sessions');
select pg_temp.has_function_nature('slots.create_session(uuid,jsonb,uuid,text,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.create_session(uuid,jsonb,uuid,text,text)', 'authenticated, service_role');
rollback;
