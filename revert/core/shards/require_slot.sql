-- Revert gamekeeper:core/shards/require_slot from pg
begin;
set local role gamekeeper;
drop function core.require_slot(integer);
commit;
