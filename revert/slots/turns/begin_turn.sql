-- Revert gamekeeper:slots/turns/begin_turn from pg
begin;
set local role gamekeeper;
drop function slots.begin_turn(slots.sessions);
commit;
