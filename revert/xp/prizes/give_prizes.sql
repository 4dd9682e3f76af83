-- Revert gamekeeper:xp/prizes/give_prizes from pg
begin;
set local role gamekeeper;
drop function xp.give_prizes(xp.xp_seasons, xp.season_score[]);
commit;
