-- Revert gamekeeper:cards/documents/redact_event from pg
begin;
set local role gamekeeper;
drop function cards.redact_event(text, jsonb, text);
commit;
