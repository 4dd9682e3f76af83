-- Revert gamekeeper:xp/books/rebuild_scores from pg
begin;
set local role gamekeeper;
drop function xp.rebuild_scores(bigint, integer);
commit;
