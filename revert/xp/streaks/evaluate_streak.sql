-- Revert gamekeeper:xp/streaks/evaluate_streak from pg
begin;
set local role gamekeeper;
drop function xp.evaluate_streak(jsonb, xp.streak_state, date, timestamptz, xp.season_bounds, date[]);
commit;
