-- Revert gamekeeper:core/upkeep/check_partman from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.partman';
drop function core.check_partman();
commit;
