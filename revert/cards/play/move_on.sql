-- Revert gamekeeper:cards/play/move_on from pg
begin;
set local search_path = pg_temp;
set local role gamekeeper;
drop function cards.move_on(cards.game_states);
commit;
