-- Revert gamekeeper:core/people/upkeep_people from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'core.people';
drop function core.upkeep_people();
commit;
