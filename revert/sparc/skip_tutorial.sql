-- Revert gamekeeper:sparc/skip_tutorial from pg
begin;
set local role gamekeeper;
drop function sparc.skip_tutorial();
commit;
