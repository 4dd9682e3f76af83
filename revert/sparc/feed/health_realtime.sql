-- Revert gamekeeper:sparc/feed/health_realtime from pg
begin;
set local role gamekeeper;
drop function sparc.health_realtime();
commit;
