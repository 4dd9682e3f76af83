-- Revert gamekeeper:cards/games/room_directory from pg
-- Destroys the rows.
begin;
set local role gamekeeper;
drop table cards.room_directory;
commit;
