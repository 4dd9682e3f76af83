-- Verify gamekeeper:slots/learning/session_observation on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.session_observation(slots.sessions)', '(session slots.sessions) returns jsonb');
select pg_temp.has_function_nature('slots.session_observation(slots.sessions)', 'sql, stable, parallel safe');
select pg_temp.has_function_grants('slots.session_observation(slots.sessions)', 'nobody');
rollback;
