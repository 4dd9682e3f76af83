-- Revert gamekeeper:core/shards/guard_definitions from pg
begin;
set local role gamekeeper;
drop function core.guard_definitions();
commit;
