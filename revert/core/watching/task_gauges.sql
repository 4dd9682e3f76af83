-- Revert gamekeeper:core/watching/task_gauges from pg
begin;
set local role gamekeeper;
drop function core.task_gauges();
commit;
