-- Revert gamekeeper:cards/games/game_departures from pg
begin;
set local role gamekeeper;
drop table cards.game_departures;
commit;
