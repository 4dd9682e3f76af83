-- Revert gamekeeper:slots/spin from pg
begin;
set local role gamekeeper;
drop type slots.spin;
commit;
