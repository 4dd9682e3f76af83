-- Revert gamekeeper:slots/games/create_game from pg
begin;
set local role gamekeeper;
drop function slots.create_game(text, jsonb, jsonb, text, numeric, numeric, jsonb);
commit;
