-- Revert gamekeeper:cards/games/game_spectators from pg
begin;
set local role gamekeeper;
drop table cards.game_spectators;
commit;
