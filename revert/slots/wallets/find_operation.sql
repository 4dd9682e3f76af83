-- Revert gamekeeper:slots/wallets/find_operation from pg
begin;
set local role gamekeeper;
drop function slots.find_operation(uuid, text, numeric);
commit;
