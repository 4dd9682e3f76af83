-- Revert gamekeeper:core/shards/definitions from pg
-- Forgets what the home has sent; its next upkeep sends it again.
begin;
set local role gamekeeper;
drop table core.definitions;
commit;
