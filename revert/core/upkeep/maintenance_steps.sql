-- Revert gamekeeper:core/upkeep/maintenance_steps from pg
begin;
set local role gamekeeper;
drop function core.maintenance_steps();
delete from core.settings where name = 'core.task_seconds';
commit;
