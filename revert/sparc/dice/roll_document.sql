-- Revert gamekeeper:sparc/dice/roll_document from pg
begin;
set local role gamekeeper;
drop function sparc.roll_document(sparc.declared_rolls);
commit;
