-- Revert gamekeeper:xp/boards/leaderboard from pg
begin;
set local role gamekeeper;
drop function xp.leaderboard(text, integer, jsonb);
commit;
