-- Revert gamekeeper:xp/books/rebuild_streaks from pg
begin;
set local role gamekeeper;
drop function xp.rebuild_streaks(bigint[]);
commit;
