-- Revert gamekeeper:sparc/rolls/decide_heroic_save from pg
begin;
set local role gamekeeper;
drop function sparc.decide_heroic_save(uuid, boolean, text);
commit;
