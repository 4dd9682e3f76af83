-- Verify gamekeeper:sparc/seer/pause_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.pause_session(uuid)', '(session_id uuid) returns sparc.sessions');
select pg_temp.has_function_nature('sparc.pause_session(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.pause_session(uuid)', 'authenticated, service_role');
rollback;
