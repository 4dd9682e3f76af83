-- Revert gamekeeper:sparc/archive/health from pg
begin;
set local role gamekeeper;
delete from core.health_checks where name like 'sparc.%';
commit;
