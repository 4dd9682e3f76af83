-- Revert gamekeeper:cards/reading/room_history from pg
begin;
set local role gamekeeper;
drop function cards.room_history(uuid, integer);
drop type cards.history_record;
commit;
