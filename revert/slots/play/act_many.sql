-- Revert gamekeeper:slots/play/act_many from pg
begin;
set local role gamekeeper;
drop function slots.act_many(uuid, jsonb, text);
commit;
