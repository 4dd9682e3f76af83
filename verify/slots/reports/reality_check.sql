-- Verify gamekeeper:slots/reports/reality_check on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.reality_check(uuid)', '(session_id uuid) returns TABLE(playing_for interval, staked numeric, returned numeric)');
select pg_temp.has_function_nature('slots.reality_check(uuid)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.reality_check(uuid)', 'authenticated, service_role');
rollback;
