-- Revert gamekeeper:core/upkeep/health from pg
begin;
set local role gamekeeper;
drop function core.health();
commit;
