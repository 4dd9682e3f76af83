-- Revert gamekeeper:sparc/tutorial/complete_step from pg
begin;
set local role gamekeeper;
drop function sparc.complete_step(text);
commit;
