-- Revert gamekeeper:sparc/tutorial/skip_tutorial from pg
begin;
set local role gamekeeper;
drop function sparc.skip_tutorial();
commit;
