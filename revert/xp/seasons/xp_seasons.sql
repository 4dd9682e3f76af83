-- Revert gamekeeper:xp/seasons/xp_seasons from pg
-- Destroys the rows of xp.xp_seasons.
begin;
set local role gamekeeper;
drop table xp.xp_seasons;
commit;
