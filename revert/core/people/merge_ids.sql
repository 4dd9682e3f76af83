-- Revert gamekeeper:core/people/merge_ids from pg
begin;
set local role gamekeeper;
drop function core.merge_ids(uuid, uuid, text, timestamptz);
commit;
