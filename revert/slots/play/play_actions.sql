-- Revert gamekeeper:slots/play/play_actions from pg
begin;
set local role gamekeeper;
drop function slots.play_actions(slots.turn, slots.player_action[], text, timestamptz, text, jsonb);
commit;
