-- Revert gamekeeper:slots/limits/require_time from pg
begin;
set local role gamekeeper;
drop function slots.require_time(numeric[], numeric[], text);
commit;
