-- Revert gamekeeper:xp/prizes/close_season from pg
begin;
set local role gamekeeper;
drop function xp.close_season(text);
commit;
