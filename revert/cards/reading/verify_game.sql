-- Revert gamekeeper:cards/reading/verify_game from pg
begin;
set local role gamekeeper;
drop function cards.verify_game(uuid);
drop type cards.game_problem;
commit;
