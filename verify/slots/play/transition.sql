-- Verify gamekeeper:slots/play/transition on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.transition(uuid,text)', '(session_id uuid, to_state text) returns slots.sessions');
select pg_temp.has_function_nature('slots.transition(uuid,text)', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('slots.transition(uuid,text)', 'authenticated, service_role');
rollback;
