-- Revert gamekeeper:slots/play/save_turn from pg
begin;
set local role gamekeeper;
drop function slots.save_turn(slots.game_state, slots.turn);
commit;
