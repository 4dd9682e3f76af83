-- Revert gamekeeper:cards/reading/may_read from pg
begin;
set local role gamekeeper;
drop function cards.may_read(uuid);
drop type cards.access;
commit;
