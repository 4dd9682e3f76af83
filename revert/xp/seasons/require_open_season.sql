-- Revert gamekeeper:xp/seasons/require_open_season from pg
begin;
set local role gamekeeper;
drop function xp.require_open_season(text);
commit;
