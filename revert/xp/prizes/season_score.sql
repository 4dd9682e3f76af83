-- Revert gamekeeper:xp/prizes/season_score from pg
begin;
set local role gamekeeper;
drop type xp.season_score;
commit;
