-- Revert gamekeeper:sparc/sessions/guard_seat from pg
begin;
set local role gamekeeper;
drop trigger guard_seat on sparc.session_players;
drop function sparc.guard_seat();
commit;
