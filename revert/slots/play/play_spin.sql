-- Revert gamekeeper:slots/play/play_spin from pg
begin;
set local role gamekeeper;
drop function slots.play_spin(slots.turn, slots.player_action, numeric, text, timestamptz, text);
commit;
