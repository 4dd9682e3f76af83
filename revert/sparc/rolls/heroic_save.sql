-- Revert gamekeeper:sparc/rolls/heroic_save from pg
begin;
set local role gamekeeper;
drop function sparc.heroic_save(uuid, text);
commit;
