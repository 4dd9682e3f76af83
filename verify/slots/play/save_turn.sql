-- Verify gamekeeper:slots/play/save_turn on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.save_turn(slots.game_state,slots.turn)', '(before slots.game_state, turn slots.turn) returns slots.act_result');
select pg_temp.has_function_nature('slots.save_turn(slots.game_state,slots.turn)', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('slots.save_turn(slots.game_state,slots.turn)', 'nobody');
rollback;
