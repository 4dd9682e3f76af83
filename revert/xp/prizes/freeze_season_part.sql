-- Revert gamekeeper:xp/prizes/freeze_season_part from pg
begin;
set local role gamekeeper;
drop function xp.freeze_season_part(integer, text);
commit;
