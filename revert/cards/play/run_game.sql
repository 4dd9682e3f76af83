-- Revert gamekeeper:cards/play/run_game from pg
begin;
set local search_path = pg_temp;
set local role gamekeeper;
drop function cards.run_game(uuid);
commit;
