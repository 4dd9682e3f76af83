-- Revert gamekeeper:sparc/archive/upkeep from pg
begin;
set local role gamekeeper;
delete from core.upkeep_tasks where task like 'sparc.%';
commit;
