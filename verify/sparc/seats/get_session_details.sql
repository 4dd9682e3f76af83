-- Verify gamekeeper:sparc/seats/get_session_details on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.get_session_details(uuid)', '(p_session_id uuid) returns TABLE(session_data jsonb, players jsonb, adventure_data jsonb)');
select pg_temp.has_function_nature('sparc.get_session_details(uuid)', 'plpgsql, stable, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.get_session_details(uuid)', 'anon, authenticated, service_role');
rollback;
