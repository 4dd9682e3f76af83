-- Revert gamekeeper:slots/play/play_pending from pg
begin;
set local role gamekeeper;
drop function slots.play_pending(slots.turn, timestamptz, text);
commit;
