-- Revert gamekeeper:sparc/rolls/finish_rolls from pg
begin;
set local role gamekeeper;
drop function sparc.finish_rolls() cascade;
commit;
