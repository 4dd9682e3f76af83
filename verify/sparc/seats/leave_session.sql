-- Verify gamekeeper:sparc/seats/leave_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.leave_session(uuid)', '(session_id uuid) returns sparc.session_players');
select pg_temp.has_function_nature('sparc.leave_session(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.leave_session(uuid)', 'authenticated, service_role');
rollback;
