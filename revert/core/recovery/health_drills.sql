-- Revert gamekeeper:core/recovery/health_drills from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.drills';
drop function core.health_drills();
commit;
