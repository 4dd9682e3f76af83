-- Revert gamekeeper:xp/seasons/xp_season_xp from pg
-- Destroys the rows of xp.xp_season_xp.
begin;
set local role gamekeeper;
drop table xp.xp_season_xp;
commit;
