-- Verify gamekeeper:slots/sessions/can_transition on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.can_transition(slots.game_state,slots.game_state)', '(from_state slots.game_state, to_state slots.game_state) returns boolean');
select pg_temp.has_function_nature('slots.can_transition(slots.game_state,slots.game_state)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('slots.can_transition(slots.game_state,slots.game_state)', 'nobody');
rollback;
