-- Revert gamekeeper:core/people/erase_persons from pg
begin;
set local role gamekeeper;
drop function core.erase_persons(uuid [], text);
commit;
