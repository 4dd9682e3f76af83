-- Revert gamekeeper:core/people/health_people from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name = 'core.people';
drop function core.health_people();
commit;
