-- Revert gamekeeper:core/keys/slot_of_code from pg
begin;
set local role gamekeeper;
drop function core.slot_of_code(text);
commit;
