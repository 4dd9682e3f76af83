-- Verify gamekeeper:sparc/sessions/lock_session_as_participant on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.lock_session_as_participant(uuid)', '(session_id uuid) returns sparc.sessions');
select pg_temp.has_function_nature('sparc.lock_session_as_participant(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.lock_session_as_participant(uuid)', 'nobody');
rollback;
