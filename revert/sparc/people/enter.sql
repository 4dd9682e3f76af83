-- Revert gamekeeper:sparc/people/enter from pg
begin;
set local role gamekeeper;
drop function sparc.enter();
commit;
