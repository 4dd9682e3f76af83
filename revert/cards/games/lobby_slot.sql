-- Revert gamekeeper:cards/games/lobby_slot from pg
begin;
set local role gamekeeper;
drop function cards.lobby_slot();
commit;
