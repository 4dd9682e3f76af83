-- Revert gamekeeper:sparc/adventures/prepare_adventure from pg
begin;
set local role gamekeeper;
drop trigger prepare_adventure on sparc.adventures;
drop function sparc.prepare_adventure();
commit;
