-- Revert gamekeeper:slots/play/require_open from pg
begin;
set local role gamekeeper;
drop function slots.require_open(uuid, text);
commit;
