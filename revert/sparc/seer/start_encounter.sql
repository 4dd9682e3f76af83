-- Revert gamekeeper:sparc/seer/start_encounter from pg
begin;
set local role gamekeeper;
drop function sparc.start_encounter(uuid, text);
commit;
