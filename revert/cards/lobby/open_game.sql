-- Revert gamekeeper:cards/lobby/open_game from pg
begin;
set local role gamekeeper;
drop function cards.open_game(uuid, cards.players, jsonb, boolean);
commit;
