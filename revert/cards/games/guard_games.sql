-- Revert gamekeeper:cards/games/guard_games from pg
begin;
set local role gamekeeper;
drop trigger guard_games on cards.games;
drop function cards.guard_games();
commit;
