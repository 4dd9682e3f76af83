-- Revert gamekeeper:core/recovery/settings from pg
begin;
set local role gamekeeper;
delete from core.settings where name in ('core.backed_up_by_host', 'core.backup_hours');
commit;
