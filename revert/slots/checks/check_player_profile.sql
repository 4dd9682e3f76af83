-- Revert gamekeeper:slots/checks/check_player_profile from pg
begin;
set local role gamekeeper;
drop function slots.check_player_profile(jsonb);
commit;
