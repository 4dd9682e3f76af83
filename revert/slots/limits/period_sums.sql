-- Revert gamekeeper:slots/limits/period_sums from pg
begin;
set local role gamekeeper;
drop function slots.period_sums(numeric[], timestamptz, timestamptz, numeric);
commit;
