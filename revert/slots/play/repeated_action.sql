-- Revert gamekeeper:slots/play/repeated_action from pg
begin;
set local role gamekeeper;
drop function slots.repeated_action(uuid, text, jsonb);
commit;
