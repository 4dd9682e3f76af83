-- Revert gamekeeper:slots/play/require_action from pg
begin;
set local role gamekeeper;
drop function slots.require_action(slots.sessions, slots.player_action);
commit;
