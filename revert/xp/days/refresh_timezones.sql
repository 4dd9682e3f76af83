-- Revert gamekeeper:xp/days/refresh_timezones from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'xp.refresh_timezones';
drop function xp.refresh_timezones();
delete from xp.timezones;
commit;
