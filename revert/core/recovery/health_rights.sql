-- Revert gamekeeper:core/recovery/health_rights from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.rights';
drop function core.health_rights();
commit;
