-- Revert gamekeeper:core/shards/shards from pg
-- Forgets the list of servers; the operator tells it again.
begin;
set local role gamekeeper;
drop table core.shards;
commit;
