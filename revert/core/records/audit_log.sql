-- Revert gamekeeper:core/records/audit_log from pg
-- Destroys the audit log.
begin;
set local role gamekeeper;
drop table core.audit_log;
commit;
