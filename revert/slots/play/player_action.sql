-- Revert gamekeeper:slots/play/player_action from pg
begin;
set local role gamekeeper;
drop type slots.player_action;
commit;
