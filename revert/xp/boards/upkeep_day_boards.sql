-- Revert gamekeeper:xp/boards/upkeep_day_boards from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'xp.day_boards';
drop function xp.upkeep_day_boards();
commit;
