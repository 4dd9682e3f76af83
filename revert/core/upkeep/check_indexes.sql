-- Revert gamekeeper:core/upkeep/check_indexes from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.indexes';
drop function core.check_indexes();
commit;
