-- Revert gamekeeper:slots/games/game_problems from pg
begin;
set local role gamekeeper;
drop function slots.game_problems(jsonb, jsonb);
commit;
