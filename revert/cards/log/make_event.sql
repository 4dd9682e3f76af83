-- Revert gamekeeper:cards/log/make_event from pg
begin;
set local role gamekeeper;
drop function cards.make_event(uuid, integer, text, jsonb);
commit;
