-- Revert gamekeeper:slots/games/evaluate_stops from pg
begin;
set local role gamekeeper;
drop function slots.evaluate_stops(slots.game_program, integer[]);
commit;
