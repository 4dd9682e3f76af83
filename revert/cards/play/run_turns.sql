-- Revert gamekeeper:cards/play/run_turns from pg
begin;
set local search_path = pg_temp;
set local role gamekeeper;
drop procedure cards.run_turns(integer);
commit;
