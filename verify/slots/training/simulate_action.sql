-- Verify gamekeeper:slots/training/simulate_action on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('slots.simulate_action(slots.simulation,slots.simulated_turn,slots.player_action)', '(simulation slots.simulation, turn slots.simulated_turn, action slots.player_action) returns slots.simulated_turn');
select pg_temp.has_function_nature('slots.simulate_action(slots.simulation,slots.simulated_turn,slots.player_action)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('slots.simulate_action(slots.simulation,slots.simulated_turn,slots.player_action)', 'nobody');
rollback;
