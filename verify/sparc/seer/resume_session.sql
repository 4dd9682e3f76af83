-- Verify gamekeeper:sparc/seer/resume_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.resume_session(uuid)', '(session_id uuid) returns sparc.sessions');
select pg_temp.has_function_nature('sparc.resume_session(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.resume_session(uuid)', 'authenticated, service_role');
rollback;
