-- Revert gamekeeper:cards/lobby/limit_rooms from pg
begin;
set local role gamekeeper;
drop function cards.limit_rooms(uuid);
commit;
