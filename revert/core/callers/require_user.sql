-- Revert gamekeeper:core/callers/require_user from pg
begin;
set local role gamekeeper;
drop function core.require_user();
commit;
