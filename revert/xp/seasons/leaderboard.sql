-- Revert gamekeeper:xp/seasons/leaderboard from pg
begin;
set local role gamekeeper;
drop function xp.leaderboard(text, integer);
commit;
