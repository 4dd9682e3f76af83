-- Revert gamekeeper:cards/games/keep_games from pg
begin;
set local role gamekeeper;
drop trigger keep_update on cards.games;
drop function cards.keep_games();
commit;
