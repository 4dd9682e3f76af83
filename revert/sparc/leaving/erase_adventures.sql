-- Revert gamekeeper:sparc/leaving/erase_adventures from pg
begin;
set local role gamekeeper;
drop function sparc.erase_adventures(uuid);
commit;
