-- Revert gamekeeper:xp/streaks/streak_outcome from pg
begin;
set local role gamekeeper;
drop type xp.streak_outcome;
commit;
