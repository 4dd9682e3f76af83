-- Revert gamekeeper:core/upkeep/health_upkeep from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.upkeep';
drop function core.health_upkeep();
commit;
