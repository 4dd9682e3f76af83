-- Revert gamekeeper:slots/games/compile_game from pg
begin;
set local role gamekeeper;
drop function slots.compile_game(jsonb, jsonb);
commit;
