-- Revert gamekeeper:cards/reading/rebuild_statistics from pg
begin;
set local role gamekeeper;
drop procedure cards.rebuild_statistics();
commit;
