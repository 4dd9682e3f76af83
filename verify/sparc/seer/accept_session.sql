-- Verify gamekeeper:sparc/seer/accept_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.accept_session(uuid)', '(session_id uuid) returns sparc.sessions');
select pg_temp.has_function_nature('sparc.accept_session(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.accept_session(uuid)', 'authenticated, service_role');
rollback;
