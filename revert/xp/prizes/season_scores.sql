-- Revert gamekeeper:xp/prizes/season_scores from pg
begin;
set local role gamekeeper;
drop function xp.season_scores(xp.xp_seasons);
commit;
