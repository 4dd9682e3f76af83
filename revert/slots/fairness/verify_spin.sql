-- Revert gamekeeper:slots/fairness/verify_spin from pg
begin;
set local role gamekeeper;
drop function slots.verify_spin(uuid, bytea, text, bigint);
commit;
