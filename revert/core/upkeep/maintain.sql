-- Revert gamekeeper:core/upkeep/maintain from pg
begin;
set local role gamekeeper;
drop procedure core.maintain();
commit;
