-- Revert gamekeeper:cards/lobby/limit_hosting from pg
begin;
set local role gamekeeper;
drop function cards.limit_hosting(uuid, timestamptz);
commit;
