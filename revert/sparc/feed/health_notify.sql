-- Revert gamekeeper:sparc/feed/health_notify from pg
begin;
set local role gamekeeper;
drop function sparc.health_notify();
commit;
