-- Verify gamekeeper:slots/fairness/verify_spin on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.verify_spin(uuid,bytea,text,bigint)', '(game_id uuid, server_seed bytea, client_seed text, nonce bigint) returns slots.spin');
select pg_temp.has_function_nature('slots.verify_spin(uuid,bytea,text,bigint)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.verify_spin(uuid,bytea,text,bigint)', 'anon, authenticated, service_role');
rollback;
