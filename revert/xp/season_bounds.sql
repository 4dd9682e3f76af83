-- Revert gamekeeper:xp/season_bounds from pg
begin;
set local role gamekeeper;
drop type xp.season_bounds;
commit;
