-- Revert gamekeeper:core/records/set_shard_map from pg
begin;
set local role gamekeeper;
drop function core.set_shard_map(integer, text, jsonb, text[]);
commit;
