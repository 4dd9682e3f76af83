-- Revert gamekeeper:sparc/attribute from pg
begin;
set local role gamekeeper;
drop type sparc.attribute;
commit;
