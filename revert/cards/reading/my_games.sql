-- Revert gamekeeper:cards/reading/my_games from pg
begin;
set local role gamekeeper;
drop function cards.my_games(uuid, integer);
drop type cards.my_game_record;
commit;
