-- Deploy gamekeeper:slots/limits/is_same_day to pg
-- requires: core/keys/utc slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it.
create function slots.is_same_day(one timestamptz, other timestamptz)
returns boolean
language sql
immutable
parallel safe
return core.utc(is_same_day.one)::date = core.utc(is_same_day.other)::date;
comment on function slots.is_same_day(timestamptz, timestamptz) is 'Whether two instants are of one UTC day. Pure; null for null. [helper]';
revoke all on function slots.is_same_day(timestamptz, timestamptz) from public;
commit;
