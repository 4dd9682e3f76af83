-- Revert gamekeeper:core/people/merge_part from pg
begin;
set local role gamekeeper;
drop function core.merge_part(integer, uuid, uuid, text, text, timestamptz);
commit;
