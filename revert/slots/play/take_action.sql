-- Revert gamekeeper:slots/play/take_action from pg
begin;
set local role gamekeeper;
drop function slots.take_action(slots.turn, slots.player_action, text, timestamptz);
commit;
