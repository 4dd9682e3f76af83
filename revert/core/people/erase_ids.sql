-- Revert gamekeeper:core/people/erase_ids from pg
begin;
set local role gamekeeper;
drop function core.erase_ids(uuid, text, uuid);
commit;
