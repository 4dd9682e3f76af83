-- Verify gamekeeper:sparc/seer/end_encounter on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.end_encounter(uuid)', '(session_id uuid) returns sparc.sessions');
select pg_temp.has_function_nature('sparc.end_encounter(uuid)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.end_encounter(uuid)', 'authenticated, service_role');
rollback;
