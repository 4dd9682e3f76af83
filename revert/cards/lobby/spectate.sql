-- Revert gamekeeper:cards/lobby/spectate from pg
begin;
set local role gamekeeper;
drop function cards.spectate(uuid);
commit;
