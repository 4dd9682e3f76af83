-- Revert gamekeeper:core/people/merge_accounts from pg
begin;
set local role gamekeeper;
drop function core.merge_accounts(uuid, uuid, text);
commit;
