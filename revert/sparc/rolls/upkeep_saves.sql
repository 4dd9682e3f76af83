-- Revert gamekeeper:sparc/rolls/upkeep_saves from pg
begin;
set local role gamekeeper;
drop function sparc.upkeep_saves();
commit;
