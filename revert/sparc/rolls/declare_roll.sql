-- Revert gamekeeper:sparc/rolls/declare_roll from pg
begin;
set local role gamekeeper;
drop function sparc.declare_roll(uuid, uuid, sparc.attribute, integer, sparc.roll_type, jsonb, text, uuid, boolean, text);
commit;
