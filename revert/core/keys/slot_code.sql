-- Revert gamekeeper:core/keys/slot_code from pg
begin;
set local role gamekeeper;
drop function core.slot_code(integer);
commit;
