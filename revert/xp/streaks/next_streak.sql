-- Revert gamekeeper:xp/streaks/next_streak from pg
begin;
set local role gamekeeper;
drop function xp.next_streak(xp.policy_terms, xp.streak_state, date, timestamptz, xp.season_bounds, date[]);
commit;
