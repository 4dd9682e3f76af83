-- Revert gamekeeper:xp/users/accounts_after from pg
begin;
set local role gamekeeper;
drop function xp.accounts_after(bigint, integer);
commit;
