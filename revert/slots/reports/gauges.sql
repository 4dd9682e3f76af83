-- Revert gamekeeper:slots/reports/gauges from pg
begin;
set local role gamekeeper;
drop function slots.gauges();
commit;
