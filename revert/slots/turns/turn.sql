-- Revert gamekeeper:slots/turns/turn from pg
begin;
set local role gamekeeper;
drop type slots.turn;
commit;
