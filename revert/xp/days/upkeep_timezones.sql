-- Revert gamekeeper:xp/days/upkeep_timezones from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'xp.timezones';
drop function xp.upkeep_timezones();
delete from xp.timezones;
commit;
