-- Revert gamekeeper:core/shards/require_map from pg
begin;
set local role gamekeeper;
drop function core.require_map(integer);
commit;
