-- Revert gamekeeper:slots/limits/count_deposit from pg
begin;
set local role gamekeeper;
drop function slots.count_deposit(uuid, text, numeric, timestamptz);
commit;
