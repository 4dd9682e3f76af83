-- Revert gamekeeper:core/upkeep/check_scheduler from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.scheduler';
drop function core.check_scheduler();
commit;
