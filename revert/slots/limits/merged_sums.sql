-- Revert gamekeeper:slots/limits/merged_sums from pg
begin;
set local role gamekeeper;
drop function slots.merged_sums(numeric[], timestamptz, numeric[], timestamptz, timestamptz);
commit;
