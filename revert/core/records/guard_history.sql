-- Revert gamekeeper:core/records/guard_history from pg
begin;
set local role gamekeeper;
drop function core.guard_history();
commit;
