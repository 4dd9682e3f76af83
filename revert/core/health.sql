-- Revert gamekeeper:core/health from pg
begin;
set local role gamekeeper;
drop function core.health();
commit;
