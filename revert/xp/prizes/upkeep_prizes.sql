-- Revert gamekeeper:xp/prizes/upkeep_prizes from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'xp.prizes';
drop function xp.upkeep_prizes();
commit;
