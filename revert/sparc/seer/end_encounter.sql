-- Revert gamekeeper:sparc/seer/end_encounter from pg
begin;
set local role gamekeeper;
drop function sparc.end_encounter(uuid);
commit;
