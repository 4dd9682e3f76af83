-- Revert gamekeeper:cards/reading/rebuild_lifetime_stats from pg
begin;
set local role gamekeeper;
drop function cards.rebuild_lifetime_stats();
commit;
