-- Revert gamekeeper:xp/seasons/season_before from pg
begin;
set local role gamekeeper;
drop function xp.season_before(date, text);
commit;
