-- Revert gamekeeper:cards/games/game_players from pg
-- Destroys the rows.
begin;
set local role gamekeeper;
drop table cards.game_players;
commit;
