-- Revert gamekeeper:core/upkeep/health_timeouts from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.timeouts';
drop function core.health_timeouts();
commit;
