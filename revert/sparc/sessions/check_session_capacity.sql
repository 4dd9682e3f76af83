-- Revert gamekeeper:sparc/sessions/check_session_capacity from pg
begin;
set local role gamekeeper;
drop trigger enforce_session_capacity on sparc.session_players;
drop function sparc.check_session_capacity();
commit;
