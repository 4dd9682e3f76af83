-- Revert gamekeeper:sparc/leaving/erase_rolls from pg
begin;
set local role gamekeeper;
drop function sparc.erase_rolls(uuid);
commit;
