-- Revert gamekeeper:slots/sessions/can_transition from pg
begin;
set local role gamekeeper;
drop function slots.can_transition(slots.game_state, slots.game_state);
commit;
