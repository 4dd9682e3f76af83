-- Revert gamekeeper:slots/turns/save_turns from pg
begin;
set local role gamekeeper;
drop function slots.save_turns(slots.sessions, slots.turn[]);
commit;
