-- Revert gamekeeper:slots/training/simulate_session from pg
begin;
set local role gamekeeper;
drop function slots.simulate_session(uuid, text, jsonb, numeric, numeric, bytea);
commit;
