-- Revert gamekeeper:core/callers/is_closed from pg
begin;
set local role gamekeeper;
drop function core.is_closed(uuid);
commit;
