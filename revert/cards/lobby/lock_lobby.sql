-- Revert gamekeeper:cards/lobby/lock_lobby from pg
begin;
set local role gamekeeper;
drop function cards.lock_lobby(uuid, uuid);
commit;
