-- Verify gamekeeper:sparc/sessions/left_session_at on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.left_session_at(uuid)', '(session_id uuid) returns timestamp with time zone');
select pg_temp.has_function_nature('sparc.left_session_at(uuid)', 'plpgsql, stable, parallel safe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.left_session_at(uuid)', 'anon, authenticated, service_role');
rollback;
