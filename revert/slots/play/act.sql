-- Revert gamekeeper:slots/play/act from pg
begin;
set local role gamekeeper;
drop function slots.act(uuid, jsonb, text);
commit;
