-- Revert gamekeeper:sparc/sessions/check_seat from pg
begin;
set local role gamekeeper;
drop trigger enforce_seat on sparc.session_players;
drop function sparc.check_seat();
commit;
