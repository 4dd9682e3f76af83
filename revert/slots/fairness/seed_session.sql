-- Revert gamekeeper:slots/fairness/seed_session from pg
begin;
set local role gamekeeper;
drop function slots.seed_session(uuid, text, boolean);
commit;
