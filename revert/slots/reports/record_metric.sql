-- Revert gamekeeper:slots/reports/record_metric from pg
begin;
set local role gamekeeper;
drop function slots.record_metric(uuid, text, numeric, text);
commit;
