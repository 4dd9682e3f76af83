-- Revert gamekeeper:slots/compile_game from pg
begin;
set local role gamekeeper;
drop function slots.compile_game(jsonb, jsonb);
commit;
