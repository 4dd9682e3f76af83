-- Revert gamekeeper:slots/turns/with_entries from pg
begin;
set local role gamekeeper;
drop function slots.with_entries(slots.turn, text[], numeric[], text, timestamptz, text);
commit;
