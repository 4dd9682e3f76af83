-- Deploy gamekeeper:slots/limits/is_within to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it: nearly every bet is within its limits, and asks nothing else.
create function slots.is_within(limits numeric[], sums numeric[], further numeric)
returns boolean
language sql
immutable
parallel safe
return (
  is_within.sums[1] + is_within.further > is_within.limits[1]
  or is_within.sums[2] + is_within.further > is_within.limits[2]
  or is_within.sums[3] + is_within.further > is_within.limits[3]
) is not true;
comment on function slots.is_within(numeric[], numeric[], numeric) is
  'Whether no sum, with what is added to each, is above its limit; a missing limit is none. Pure. [helper]';
revoke all on function slots.is_within(numeric[], numeric[], numeric) from public;
commit;
