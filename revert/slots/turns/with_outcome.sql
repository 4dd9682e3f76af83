-- Revert gamekeeper:slots/turns/with_outcome from pg
begin;
set local role gamekeeper;
drop function slots.with_outcome(slots.sessions, numeric, numeric);
commit;
