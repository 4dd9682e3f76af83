-- Revert gamekeeper:slots/play/result_of from pg
begin;
set local role gamekeeper;
drop function slots.result_of(slots.gameplay_events);
commit;
