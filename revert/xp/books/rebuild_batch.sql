-- Revert gamekeeper:xp/books/rebuild_batch from pg
begin;
set local role gamekeeper;
drop function xp.rebuild_batch(bigint, integer);
commit;
