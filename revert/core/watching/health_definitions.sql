-- Revert gamekeeper:core/watching/health_definitions from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.definitions';
drop function core.health_definitions();
commit;
