-- Revert gamekeeper:slots/turns/lock_turn from pg
begin;
set local role gamekeeper;
drop function slots.lock_turn(uuid);
commit;
