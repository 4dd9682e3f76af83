-- Revert gamekeeper:slots/people/merge_account from pg
begin;
set local role gamekeeper;
drop function slots.merge_account(uuid, uuid, timestamptz);
commit;
