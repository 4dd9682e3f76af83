-- Revert gamekeeper:core/people/reopen_account from pg
begin;
set local role gamekeeper;
drop function core.reopen_account();
commit;
