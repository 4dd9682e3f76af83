-- Revert gamekeeper:xp/seasons/xp_season_closings from pg
-- Destroys the rows of xp.xp_season_closings.
begin;
set local role gamekeeper;
drop table xp.xp_season_closings;
commit;
