-- Revert gamekeeper:core/people/erase_person from pg
begin;
set local role gamekeeper;
drop function core.erase_person(uuid, text, text);
commit;
