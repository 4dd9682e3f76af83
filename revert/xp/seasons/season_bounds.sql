-- Revert gamekeeper:xp/seasons/season_bounds from pg
begin;
set local role gamekeeper;
drop type xp.season_bounds;
commit;
