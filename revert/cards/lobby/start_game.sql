-- Revert gamekeeper:cards/lobby/start_game from pg
begin;
set local role gamekeeper;
drop function cards.start_game(uuid);
commit;
