-- Revert gamekeeper:cards/games/game_snapshots from pg
-- Destroys the rows.
begin;
set local role gamekeeper;
drop table cards.game_snapshots;
commit;
