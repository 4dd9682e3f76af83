-- Revert gamekeeper:cards/lobby/list_rooms from pg
begin;
set local role gamekeeper;
drop function cards.list_rooms(uuid, integer);
drop type cards.room_record;
commit;
