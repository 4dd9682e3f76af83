-- Revert gamekeeper:cards/writing/is_stored from pg
begin;
set local search_path = pg_temp;
set local role gamekeeper;
drop function cards.is_stored(cards.game_events[]);
commit;
