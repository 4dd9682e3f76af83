-- Revert gamekeeper:slots/games/game_profile from pg
begin;
set local role gamekeeper;
drop function slots.game_profile(slots.compiled_game);
commit;
