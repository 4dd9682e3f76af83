-- Verify gamekeeper:slots/play/end_session on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.end_session(slots.sessions,text)', '(session slots.sessions, by text) returns slots.act_result');
select pg_temp.has_function_nature('slots.end_session(slots.sessions,text)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.end_session(slots.sessions,text)', 'nobody');
rollback;
