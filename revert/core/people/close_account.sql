-- Revert gamekeeper:core/people/close_account from pg
begin;
set local role gamekeeper;
drop function core.close_account();
commit;
