-- Revert gamekeeper:cards/writing/close_room from pg
begin;
set local role gamekeeper;
drop function cards.close_room(uuid, timestamptz);
commit;
