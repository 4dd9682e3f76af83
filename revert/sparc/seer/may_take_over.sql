-- Revert gamekeeper:sparc/seer/may_take_over from pg
begin;
set local role gamekeeper;
drop function sparc.may_take_over(sparc.sessions, uuid);
commit;
