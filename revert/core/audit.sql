-- Revert gamekeeper:core/audit from pg
begin;
set local role gamekeeper;
drop function core.audit();
commit;
