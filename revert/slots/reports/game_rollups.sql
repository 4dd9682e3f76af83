-- Revert gamekeeper:slots/reports/game_rollups from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.game_rollups;
commit;
