-- Revert gamekeeper:xp/seasons/extend_season from pg
begin;
set local role gamekeeper;
drop function xp.extend_season(text, date);
commit;
