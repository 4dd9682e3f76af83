-- Revert gamekeeper:slots/games/game_programs from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.game_programs;
commit;
