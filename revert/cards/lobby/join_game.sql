-- Revert gamekeeper:cards/lobby/join_game from pg
begin;
set local role gamekeeper;
drop function cards.join_game(text);
commit;
