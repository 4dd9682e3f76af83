-- Deploy gamekeeper:slots/limits/merged_sums to pg
-- requires: slots/limits/period_sums
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.merged_sums(sums numeric[], counted_at timestamptz, other numeric[], other_at timestamptz, at timestamptz)
returns numeric[]
language sql
immutable
parallel safe
begin atomic
  select array_agg(u.one + u.two order by u.place)
  from unnest(
    slots.period_sums(merged_sums.sums, merged_sums.counted_at, merged_sums.at, 0),
    slots.period_sums(merged_sums.other, merged_sums.other_at, merged_sums.at, 0)
  ) with ordinality as u (one, two, place);
end;
comment on function slots.merged_sums(numeric[], timestamptz, numeric[], timestamptz, timestamptz) is
  'Sums of the day, week and month of an instant over two accounts. Pure. [helper]';
revoke all on function slots.merged_sums(numeric[], timestamptz, numeric[], timestamptz, timestamptz) from public;
commit;
