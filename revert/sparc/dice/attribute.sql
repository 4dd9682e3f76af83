-- Revert gamekeeper:sparc/dice/attribute from pg
begin;
set local role gamekeeper;
drop type sparc.attribute;
commit;
