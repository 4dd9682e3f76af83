-- Revert gamekeeper:core/records/note_act from pg
begin;
set local role gamekeeper;
drop function core.note_act(text, jsonb, jsonb);
commit;
