-- Revert gamekeeper:core/upkeep/health_scheduler from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.scheduler';
drop function core.health_scheduler();
commit;
