-- Revert gamekeeper:cards/spectate from pg
begin;
set local role gamekeeper;
drop function cards.spectate(uuid);
commit;
