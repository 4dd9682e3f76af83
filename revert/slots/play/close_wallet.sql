-- Revert gamekeeper:slots/play/close_wallet from pg
begin;
set local role gamekeeper;
drop function slots.close_wallet(uuid);
commit;
