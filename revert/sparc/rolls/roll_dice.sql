-- Revert gamekeeper:sparc/rolls/roll_dice from pg
begin;
set local role gamekeeper;
drop function sparc.roll_dice(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text, uuid, boolean, text);
commit;
