-- Revert gamekeeper:sparc/archive/gauges from pg
begin;
set local role gamekeeper;
drop function sparc.gauges();
commit;
