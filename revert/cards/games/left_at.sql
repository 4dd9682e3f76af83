-- Revert gamekeeper:cards/games/left_at from pg
begin;
set local role gamekeeper;
drop function cards.left_at(uuid, uuid);
commit;
