-- Revert gamekeeper:core/records/note_request from pg
begin;
set local role gamekeeper;
drop function core.note_request(text, text, jsonb, text);
commit;
