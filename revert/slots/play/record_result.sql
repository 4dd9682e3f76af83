-- Revert gamekeeper:slots/play/record_result from pg
begin;
set local role gamekeeper;
drop function slots.record_result(uuid, jsonb, jsonb, text);
commit;
