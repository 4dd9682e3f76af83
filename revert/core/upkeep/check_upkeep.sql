-- Revert gamekeeper:core/upkeep/check_upkeep from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.upkeep';
drop function core.check_upkeep();
commit;
