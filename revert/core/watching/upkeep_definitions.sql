-- Revert gamekeeper:core/watching/upkeep_definitions from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'core.definitions';
drop function core.upkeep_definitions();
commit;
