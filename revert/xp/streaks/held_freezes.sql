-- Revert gamekeeper:xp/streaks/held_freezes from pg
begin;
set local role gamekeeper;
drop function xp.held_freezes(bigint, text, xp.streak_state);
commit;
