-- Revert gamekeeper:core/recovery/health_archiving from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.archiving';
drop function core.health_archiving();
commit;
