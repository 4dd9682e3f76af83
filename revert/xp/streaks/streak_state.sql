-- Revert gamekeeper:xp/streaks/streak_state from pg
begin;
set local role gamekeeper;
drop type xp.streak_state;
commit;
