-- Revert gamekeeper:core/shards/shard_map from pg
-- Forgets the map; the operator tells it again.
begin;
set local role gamekeeper;
drop table core.shard_map;
commit;
