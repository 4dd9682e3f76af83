-- Revert gamekeeper:slots/game_profile from pg
begin;
set local role gamekeeper;
drop function slots.game_profile(slots.game_program);
commit;
