-- Revert gamekeeper:core/upkeep/run_task from pg
begin;
set local role gamekeeper;
drop function core.run_task(text, text);
commit;
