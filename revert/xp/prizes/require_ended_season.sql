-- Revert gamekeeper:xp/prizes/require_ended_season from pg
begin;
set local role gamekeeper;
drop function xp.require_ended_season(xp.xp_seasons);
commit;
