-- Revert gamekeeper:slots/training/simulate_steps from pg
begin;
set local role gamekeeper;
drop function slots.simulate_steps(uuid, bigint[], bigint[], numeric[], text[], numeric[]);
commit;
