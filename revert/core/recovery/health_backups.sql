-- Revert gamekeeper:core/recovery/health_backups from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.backups';
drop function core.health_backups();
commit;
