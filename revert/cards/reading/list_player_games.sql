-- Revert gamekeeper:cards/reading/list_player_games from pg
begin;
set local role gamekeeper;
drop function cards.list_player_games(uuid, uuid, integer);
drop type cards.player_game_record;
commit;
