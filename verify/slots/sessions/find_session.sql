-- Verify gamekeeper:slots/sessions/find_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.find_session(uuid)', '(session_id uuid) returns slots.sessions');
select pg_temp.has_function_nature('slots.find_session(uuid)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.find_session(uuid)', 'nobody');
rollback;
