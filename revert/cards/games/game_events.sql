-- Revert gamekeeper:cards/games/game_events from pg
-- Destroys the rows.
begin;
set local role gamekeeper;
drop table cards.game_events;
commit;
