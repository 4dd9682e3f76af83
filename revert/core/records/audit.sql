-- Revert gamekeeper:core/records/audit from pg
begin;
set local role gamekeeper;
drop function core.audit();
commit;
