-- Revert gamekeeper:core/shards/enter from pg
begin;
set local role gamekeeper;
drop function core.enter(integer);
commit;
