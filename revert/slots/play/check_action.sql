-- Revert gamekeeper:slots/play/check_action from pg
begin;
set local role gamekeeper;
drop function slots.check_action(slots.sessions, slots.player_action);
commit;
