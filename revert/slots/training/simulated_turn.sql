-- Revert gamekeeper:slots/training/simulated_turn from pg
begin;
set local role gamekeeper;
drop type slots.simulated_turn;
commit;
