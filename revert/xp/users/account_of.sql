-- Revert gamekeeper:xp/users/account_of from pg
begin;
set local role gamekeeper;
drop function xp.account_of(text);
commit;
