-- Revert gamekeeper:slots/sessions/game_state from pg
begin;
set local role gamekeeper;
drop type slots.game_state;
commit;
