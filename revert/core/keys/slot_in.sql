-- Revert gamekeeper:core/keys/slot_in from pg
begin;
set local role gamekeeper;
drop function core.slot_in(uuid);
commit;
