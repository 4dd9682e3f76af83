-- Revert gamekeeper:cards/writing/note_departure from pg
begin;
set local role gamekeeper;
drop function cards.note_departure(uuid, uuid, boolean, boolean);
commit;
