-- Revert gamekeeper:slots/people/cool_off from pg
begin;
set local role gamekeeper;
drop function slots.cool_off(integer);
commit;
