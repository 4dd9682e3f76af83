-- Revert gamekeeper:slots/turns/save_turn from pg
begin;
set local role gamekeeper;
drop function slots.save_turn(slots.sessions, slots.turn);
commit;
