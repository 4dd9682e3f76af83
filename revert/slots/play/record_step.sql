-- Revert gamekeeper:slots/play/record_step from pg
begin;
set local role gamekeeper;
drop function slots.record_step(slots.sessions, slots.sessions, numeric, jsonb, jsonb, numeric, bigint, timestamptz);
commit;
