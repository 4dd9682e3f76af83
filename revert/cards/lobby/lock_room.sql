-- Revert gamekeeper:cards/lobby/lock_room from pg
begin;
set local role gamekeeper;
drop function cards.lock_room(text);
commit;
