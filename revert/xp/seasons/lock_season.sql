-- Revert gamekeeper:xp/seasons/lock_season from pg
begin;
set local role gamekeeper;
drop function xp.lock_season(text);
commit;
