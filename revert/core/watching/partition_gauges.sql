-- Revert gamekeeper:core/watching/partition_gauges from pg
begin;
set local role gamekeeper;
drop function core.partition_gauges();
commit;
