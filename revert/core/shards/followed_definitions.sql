-- Revert gamekeeper:core/shards/followed_definitions from pg
begin;
set local role gamekeeper;
drop function core.followed_definitions();
commit;
