-- Revert gamekeeper:xp/books/award_streaks from pg
begin;
set local role gamekeeper;
drop function xp.award_streaks(bigint[]);
commit;
