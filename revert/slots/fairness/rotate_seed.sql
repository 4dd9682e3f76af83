-- Revert gamekeeper:slots/fairness/rotate_seed from pg
begin;
set local role gamekeeper;
drop function slots.rotate_seed(uuid, text, text);
commit;
