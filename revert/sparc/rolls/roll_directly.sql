-- Revert gamekeeper:sparc/rolls/roll_directly from pg
begin;
set local role gamekeeper;
drop function sparc.roll_directly() cascade;
commit;
