-- Revert gamekeeper:core/callers/is_service from pg
begin;
set local role gamekeeper;
drop function core.is_service();
commit;
