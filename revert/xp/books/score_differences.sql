-- Revert gamekeeper:xp/books/score_differences from pg
begin;
set local role gamekeeper;
drop function xp.score_differences(bigint[]);
commit;
