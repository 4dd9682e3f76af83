-- Revert gamekeeper:core/callers/require_caller from pg
begin;
set local role gamekeeper;
drop function core.require_caller();
commit;
