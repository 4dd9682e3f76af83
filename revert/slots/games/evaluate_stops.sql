-- Revert gamekeeper:slots/games/evaluate_stops from pg
begin;
set local role gamekeeper;
drop function slots.evaluate_stops(slots.compiled_game, integer[]);
commit;
