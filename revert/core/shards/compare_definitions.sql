-- Revert gamekeeper:core/shards/compare_definitions from pg
begin;
set local role gamekeeper;
drop function core.compare_definitions();
commit;
