-- Revert gamekeeper:slots/games/retire_game from pg
begin;
set local role gamekeeper;
drop function slots.retire_game(uuid, text);
commit;
