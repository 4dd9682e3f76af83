-- Revert gamekeeper:slots/games/games from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.games;
commit;
