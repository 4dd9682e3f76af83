-- Revert gamekeeper:cards/lobby/set_ready from pg
begin;
set local role gamekeeper;
drop function cards.set_ready(uuid, boolean);
commit;
