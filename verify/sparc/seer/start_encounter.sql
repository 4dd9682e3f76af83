-- Verify gamekeeper:sparc/seer/start_encounter on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.start_encounter(uuid,text)', '(session_id uuid, encounter_id text) returns sparc.sessions');
select pg_temp.has_function_nature('sparc.start_encounter(uuid,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.start_encounter(uuid,text)', 'authenticated, service_role');
rollback;
