-- Revert gamekeeper:xp/ledger/open_account from pg
begin;
set local role gamekeeper;
drop trigger open_account on xp.xp_users;
drop function xp.open_account();
commit;
