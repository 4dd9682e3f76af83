-- Revert gamekeeper:sparc/feed/emit_event from pg
begin;
set local role gamekeeper;
drop function sparc.emit_event(uuid, text, jsonb);
commit;
