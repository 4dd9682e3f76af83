-- Revert gamekeeper:core/recovery/health_owners from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.owners';
drop function core.health_owners();
commit;
