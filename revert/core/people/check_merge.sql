-- Revert gamekeeper:core/people/check_merge from pg
begin;
set local role gamekeeper;
drop function core.check_merge(uuid, uuid);
commit;
