-- Revert gamekeeper:core/shards/current_shard_map from pg
begin;
set local role gamekeeper;
drop function core.current_shard_map();
commit;
