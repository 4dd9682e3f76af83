-- Revert gamekeeper:cards/games/games from pg
-- Destroys the rows.
begin;
set local role gamekeeper;
drop table cards.games;
commit;
