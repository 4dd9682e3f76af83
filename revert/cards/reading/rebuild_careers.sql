-- Revert gamekeeper:cards/reading/rebuild_careers from pg
begin;
set local role gamekeeper;
drop function cards.rebuild_careers(uuid, integer);
commit;
