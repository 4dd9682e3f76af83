-- Revert gamekeeper:cards/players/player_stats from pg
begin;
set local role gamekeeper;
drop function cards.player_stats(uuid);
commit;
