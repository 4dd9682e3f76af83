-- Revert gamekeeper:slots/training/begin_simulation from pg
begin;
set local role gamekeeper;
drop function slots.begin_simulation(uuid, numeric, bytea);
commit;
