-- Revert gamekeeper:slots/limits/open_account from pg
begin;
set local role gamekeeper;
drop function slots.open_account(uuid, text);
commit;
