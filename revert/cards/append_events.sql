-- Revert gamekeeper:cards/append_events from pg
begin;
set local role gamekeeper;
drop function cards.append_events(uuid, integer, jsonb);
commit;
