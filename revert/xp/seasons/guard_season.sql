-- Revert gamekeeper:xp/seasons/guard_season from pg
begin;
set local role gamekeeper;
drop trigger guard_season on xp.xp_seasons;
drop function xp.guard_season();
commit;
