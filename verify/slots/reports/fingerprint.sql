-- Verify gamekeeper:slots/reports/fingerprint on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.fingerprint(uuid)', '(game_id uuid) returns slots.game_fingerprint');
select pg_temp.has_function_nature('slots.fingerprint(uuid)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.fingerprint(uuid)', 'authenticated, service_role');
rollback;
