-- Revert gamekeeper:slots/turns/with_step from pg
begin;
set local role gamekeeper;
drop function slots.with_step(slots.turn, slots.sessions, jsonb, jsonb, numeric, bigint, timestamptz);
commit;
