-- Revert gamekeeper:xp/days/timezones from pg
-- Destroys the rows of xp.timezones.
begin;
set local role gamekeeper;
drop table xp.timezones;
commit;
