-- Revert gamekeeper:core/shards/has_map from pg
begin;
set local role gamekeeper;
drop function core.has_map();
commit;
