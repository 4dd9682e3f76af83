-- Revert gamekeeper:slots/games/bet_step from pg
begin;
set local role gamekeeper;
drop function slots.bet_step(slots.compiled_game);
commit;
