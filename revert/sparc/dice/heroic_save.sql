-- Revert gamekeeper:sparc/dice/heroic_save from pg
begin;
set local role gamekeeper;
drop function sparc.heroic_save(uuid);
commit;
