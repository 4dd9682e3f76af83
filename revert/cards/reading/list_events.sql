-- Revert gamekeeper:cards/reading/list_events from pg
begin;
set local role gamekeeper;
drop function cards.list_events(uuid, integer, integer);
commit;
