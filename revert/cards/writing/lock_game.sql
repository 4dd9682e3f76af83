-- Revert gamekeeper:cards/writing/lock_game from pg
begin;
set local role gamekeeper;
drop function cards.lock_game(uuid, uuid);
commit;
