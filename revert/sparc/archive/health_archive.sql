-- Revert gamekeeper:sparc/archive/health_archive from pg
begin;
set local role gamekeeper;
drop function sparc.health_archive();
commit;
