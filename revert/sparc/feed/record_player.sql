-- Revert gamekeeper:sparc/feed/record_player from pg
begin;
set local role gamekeeper;
drop trigger record_player on sparc.session_players;
drop function sparc.record_player();
commit;
