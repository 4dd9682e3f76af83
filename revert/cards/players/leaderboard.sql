-- Revert gamekeeper:cards/players/leaderboard from pg
begin;
set local role gamekeeper;
drop function cards.leaderboard(integer);
commit;
