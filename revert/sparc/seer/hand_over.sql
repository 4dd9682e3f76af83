-- Revert gamekeeper:sparc/seer/hand_over from pg
begin;
set local role gamekeeper;
drop function sparc.hand_over(sparc.sessions, uuid);
commit;
