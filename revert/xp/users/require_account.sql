-- Revert gamekeeper:xp/users/require_account from pg
begin;
set local role gamekeeper;
drop function xp.require_account(text);
commit;
