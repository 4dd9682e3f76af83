-- Revert gamekeeper:sparc/end_encounter from pg
begin;
set local role gamekeeper;
drop function sparc.end_encounter(uuid);
commit;
