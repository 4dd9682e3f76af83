-- Revert gamekeeper:core/upkeep/health_settings from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.settings';
drop function core.health_settings();
commit;
