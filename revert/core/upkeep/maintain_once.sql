-- Revert gamekeeper:core/upkeep/maintain_once from pg
begin;
set local role gamekeeper;
drop function core.maintain_once();
commit;
