-- Revert gamekeeper:slots/learning/observation from pg
begin;
set local role gamekeeper;
drop function slots.observation(slots.game_state, numeric, numeric, bigint);
commit;
