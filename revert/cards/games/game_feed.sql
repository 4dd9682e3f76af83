-- Revert gamekeeper:cards/games/game_feed from pg
-- Destroys the feed, which is made again from the games.
begin;
set local role gamekeeper;
drop table cards.game_feed;
commit;
