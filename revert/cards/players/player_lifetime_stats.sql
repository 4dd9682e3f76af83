-- Revert gamekeeper:cards/players/player_lifetime_stats from pg
-- Destroys the rows.
begin;
set local role gamekeeper;
drop table cards.player_lifetime_stats;
commit;
