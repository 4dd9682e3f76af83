-- Revert gamekeeper:core/upkeep/health_partman from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.partman';
drop function core.health_partman();
commit;
