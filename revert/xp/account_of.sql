-- Revert gamekeeper:xp/account_of from pg
begin;
set local role gamekeeper;
drop function xp.account_of(text);
commit;
