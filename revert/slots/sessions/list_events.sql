-- Revert gamekeeper:slots/sessions/list_events from pg
begin;
set local role gamekeeper;
drop function slots.list_events(uuid, bigint, integer);
commit;
