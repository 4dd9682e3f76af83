-- Revert gamekeeper:cards/lobby/kick_player from pg
begin;
set local role gamekeeper;
drop function cards.kick_player(uuid, uuid, boolean);
commit;
