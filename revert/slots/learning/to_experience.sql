-- Revert gamekeeper:slots/learning/to_experience from pg
begin;
set local role gamekeeper;
drop function slots.to_experience(slots.rl_store, boolean);
commit;
