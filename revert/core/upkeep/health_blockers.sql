-- Revert gamekeeper:core/upkeep/health_blockers from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.blockers';
drop function core.health_blockers();
commit;
