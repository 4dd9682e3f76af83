-- Revert gamekeeper:cards/log/read_events from pg
begin;
set local role gamekeeper;
drop function cards.read_events(uuid, integer, jsonb);
commit;
