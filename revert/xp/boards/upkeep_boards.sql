-- Revert gamekeeper:xp/boards/upkeep_boards from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'xp.boards';
drop function xp.upkeep_boards();
commit;
