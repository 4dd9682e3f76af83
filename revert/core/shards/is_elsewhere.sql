-- Revert gamekeeper:core/shards/is_elsewhere from pg
begin;
set local role gamekeeper;
drop function core.is_elsewhere(integer);
commit;
