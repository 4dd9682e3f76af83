-- Revert gamekeeper:slots/training/simulate_steps from pg
begin;
set local role gamekeeper;
drop function slots.simulate_steps(uuid, text[], bigint[], numeric[], text[], numeric[], numeric[], numeric, bytea);
commit;
