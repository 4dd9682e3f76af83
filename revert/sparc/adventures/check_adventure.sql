-- Revert gamekeeper:sparc/adventures/check_adventure from pg
begin;
set local role gamekeeper;
drop trigger check_adventure on sparc.adventures;
drop function sparc.check_adventure();
commit;
