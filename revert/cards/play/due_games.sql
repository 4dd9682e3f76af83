-- Revert gamekeeper:cards/play/due_games from pg
begin;
set local search_path = pg_temp;
set local role gamekeeper;
drop function cards.due_games();
commit;
