-- Revert gamekeeper:xp/seasons/xp_frozen_seasons from pg
-- Destroys the rows of xp.xp_frozen_seasons.
begin;
set local role gamekeeper;
drop table xp.xp_frozen_seasons;
commit;
