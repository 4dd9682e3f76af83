-- Revert gamekeeper:slots/training/take_in_experiences from pg
begin;
set local role gamekeeper;
drop function slots.take_in_experiences(double precision, boolean);
commit;
