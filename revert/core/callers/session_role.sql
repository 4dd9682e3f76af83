-- Revert gamekeeper:core/callers/session_role from pg
begin;
set local role gamekeeper;
drop function core.session_role();
commit;
