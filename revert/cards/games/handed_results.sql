-- Revert gamekeeper:cards/games/handed_results from pg
begin;
set local role gamekeeper;
drop table cards.handed_results;
commit;
