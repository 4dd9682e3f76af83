-- Revert gamekeeper:slots/games/game_programs from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
delete from core.definitions where table_name = 'slots.game_programs';
drop table slots.game_programs;
commit;
