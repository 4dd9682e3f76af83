-- Revert gamekeeper:slots/games/compiled_game from pg
begin;
set local role gamekeeper;
drop type slots.compiled_game;
commit;
