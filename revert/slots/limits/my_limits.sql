-- Revert gamekeeper:slots/limits/my_limits from pg
begin;
set local role gamekeeper;
drop function slots.my_limits();
commit;
