-- Revert gamekeeper:core/shards/slot_moves from pg
begin;
set local role gamekeeper;
drop table core.slot_moves;
commit;
