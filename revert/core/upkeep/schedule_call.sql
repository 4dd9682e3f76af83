-- Revert gamekeeper:core/upkeep/schedule_call from pg
begin;
set local role gamekeeper;
drop function core.schedule_call(text, text, text);
commit;
