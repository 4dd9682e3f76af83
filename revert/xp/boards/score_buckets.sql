-- Revert gamekeeper:xp/boards/score_buckets from pg
begin;
set local role gamekeeper;
drop function xp.score_buckets(bigint);
commit;
