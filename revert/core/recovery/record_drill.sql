-- Revert gamekeeper:core/recovery/record_drill from pg
begin;
set local role gamekeeper;
drop function core.record_drill(timestamptz, timestamptz, interval, interval, jsonb);
commit;
