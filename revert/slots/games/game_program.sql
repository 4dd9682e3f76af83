-- Revert gamekeeper:slots/games/game_program from pg
begin;
set local role gamekeeper;
drop type slots.game_program;
commit;
