-- Revert gamekeeper:slots/turns/with_bet from pg
begin;
set local role gamekeeper;
drop function slots.with_bet(slots.sessions, numeric, numeric, timestamptz);
commit;
