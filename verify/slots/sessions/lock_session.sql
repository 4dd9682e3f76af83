-- Verify gamekeeper:slots/sessions/lock_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.lock_session(uuid)', '(session_id uuid) returns slots.sessions');
select pg_temp.has_function_nature('slots.lock_session(uuid)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.lock_session(uuid)', 'nobody');
rollback;
