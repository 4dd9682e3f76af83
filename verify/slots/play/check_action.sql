-- Verify gamekeeper:slots/play/check_action on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.check_action(slots.sessions,slots.player_action)', '(session slots.sessions, action slots.player_action) returns numeric');
select pg_temp.has_function_nature('slots.check_action(slots.sessions,slots.player_action)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.check_action(slots.sessions,slots.player_action)', 'nobody');
rollback;
