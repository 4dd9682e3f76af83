-- Revert gamekeeper:sparc/seer/kick_player from pg
begin;
set local role gamekeeper;
drop function sparc.kick_player(uuid, uuid);
commit;
