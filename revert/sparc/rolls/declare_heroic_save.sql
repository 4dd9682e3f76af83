-- Revert gamekeeper:sparc/rolls/declare_heroic_save from pg
begin;
set local role gamekeeper;
drop function sparc.declare_heroic_save(uuid, text);
commit;
