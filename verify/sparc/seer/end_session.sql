-- Verify gamekeeper:sparc/seer/end_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.end_session(uuid,sparc.session_status)', '(session_id uuid, outcome sparc.session_status DEFAULT ''completed''::sparc.session_status) returns sparc.sessions');
select pg_temp.has_function_nature('sparc.end_session(uuid,sparc.session_status)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.end_session(uuid,sparc.session_status)', 'authenticated, service_role');
rollback;
