-- Revert gamekeeper:xp/prizes/close_season_part from pg
begin;
set local role gamekeeper;
drop function xp.close_season_part(integer, text, xp.season_score[]);
commit;
