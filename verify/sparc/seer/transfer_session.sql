-- Verify gamekeeper:sparc/seer/transfer_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.transfer_session(uuid,uuid)', '(session_id uuid, to_user_id uuid) returns sparc.sessions');
select pg_temp.has_function_nature('sparc.transfer_session(uuid,uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.transfer_session(uuid,uuid)', 'authenticated, service_role');
rollback;
