-- Revert gamekeeper:cards/writing/append_events from pg
begin;
set local role gamekeeper;
drop function cards.append_events(uuid, integer, jsonb);
commit;
