-- Verify gamekeeper:slots/play/require_action on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.require_action(slots.sessions,slots.player_action)', '(session slots.sessions, action slots.player_action) returns slots.sessions');
select pg_temp.has_function_nature('slots.require_action(slots.sessions,slots.player_action)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.require_action(slots.sessions,slots.player_action)', 'nobody');
rollback;
