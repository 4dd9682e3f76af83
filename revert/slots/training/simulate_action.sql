-- Revert gamekeeper:slots/training/simulate_action from pg
begin;
set local role gamekeeper;
drop function slots.simulate_action(slots.simulation, slots.simulated_turn, slots.player_action);
commit;
