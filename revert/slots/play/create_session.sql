-- Revert gamekeeper:slots/play/create_session from pg
begin;
set local role gamekeeper;
drop function slots.create_session(uuid, jsonb, uuid, text, text);
commit;
