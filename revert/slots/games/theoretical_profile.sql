-- Revert gamekeeper:slots/games/theoretical_profile from pg
begin;
set local role gamekeeper;
drop function slots.theoretical_profile(uuid);
commit;
