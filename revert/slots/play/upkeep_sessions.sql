-- Revert gamekeeper:slots/play/upkeep_sessions from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task = 'slots.sessions';
drop function slots.upkeep_sessions();
commit;
