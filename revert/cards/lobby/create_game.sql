-- Revert gamekeeper:cards/lobby/create_game from pg
begin;
set local role gamekeeper;
drop function cards.create_game(jsonb, boolean, text);
commit;
