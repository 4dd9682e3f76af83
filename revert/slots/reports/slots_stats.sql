-- Revert gamekeeper:slots/reports/slots_stats from pg
begin;
set local role gamekeeper;
drop view slots.slots_stats;
commit;
