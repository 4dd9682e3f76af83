-- Revert gamekeeper:slots/wallets/repeated_operation from pg
begin;
set local role gamekeeper;
drop function slots.repeated_operation(uuid, text, numeric, text, text, text);
commit;
