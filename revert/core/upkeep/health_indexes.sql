-- Revert gamekeeper:core/upkeep/health_indexes from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.indexes';
drop function core.health_indexes();
commit;
