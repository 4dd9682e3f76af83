-- Revert gamekeeper:slots/reports/metrics from pg
-- Destroys the data of the table.
begin;
set local role gamekeeper;
drop table slots.metrics;
commit;
