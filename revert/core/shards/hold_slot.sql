-- Revert gamekeeper:core/shards/hold_slot from pg
begin;
set local role gamekeeper;
drop function core.hold_slot(integer);
commit;
