-- Revert gamekeeper:core/upkeep/scheduled_calls from pg
begin;
set local role gamekeeper;
drop table core.scheduled_calls;
commit;
