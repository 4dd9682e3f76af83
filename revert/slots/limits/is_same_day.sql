-- Revert gamekeeper:slots/limits/is_same_day from pg
begin;
set local role gamekeeper;
drop function slots.is_same_day(timestamptz, timestamptz);
commit;
