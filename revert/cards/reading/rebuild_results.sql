-- Revert gamekeeper:cards/reading/rebuild_results from pg
begin;
set local role gamekeeper;
drop function cards.rebuild_results(uuid, integer);
commit;
