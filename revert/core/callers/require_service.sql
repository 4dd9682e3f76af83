-- Revert gamekeeper:core/callers/require_service from pg
begin;
set local role gamekeeper;
drop function core.require_service();
commit;
