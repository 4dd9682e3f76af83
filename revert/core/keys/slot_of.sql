-- Revert gamekeeper:core/keys/slot_of from pg
begin;
set local role gamekeeper;
drop function core.slot_of(text);
commit;
