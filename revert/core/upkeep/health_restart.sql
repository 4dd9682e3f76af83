-- Revert gamekeeper:core/upkeep/health_restart from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.restart';
drop function core.health_restart();
commit;
