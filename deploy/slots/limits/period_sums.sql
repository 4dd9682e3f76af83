-- Deploy gamekeeper:slots/limits/period_sums to pg
-- requires: core/keys/utc slots/limits/is_same_day slots/limits/added
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it. Who counts often asks slots.is_same_day first, since nearly all calls are of the
-- same day, and setting up what is for the others costs as much as the rest.
create function slots.period_sums(sums numeric[], counted_at timestamptz, at timestamptz, amount numeric)
returns numeric[]
language sql
immutable
parallel safe
return case
  when slots.is_same_day(period_sums.at, period_sums.counted_at) then slots.added(period_sums.sums, period_sums.amount)
  else array[
    period_sums.amount,
    period_sums.amount + case
      when date_trunc('week', core.utc(period_sums.at)) = date_trunc('week', core.utc(period_sums.counted_at)) then period_sums.sums[2] else 0
    end,
    period_sums.amount + case
      when date_trunc('month', core.utc(period_sums.at)) = date_trunc('month', core.utc(period_sums.counted_at)) then period_sums.sums[3] else 0
    end
  ]
end;
comment on function slots.period_sums(numeric[], timestamptz, timestamptz, numeric) is
  'Sums of the UTC day, ISO week and month of an instant after an amount was added: those of counted_at, or zero where '
  'another period has begun. Pure. [helper]';
revoke all on function slots.period_sums(numeric[], timestamptz, timestamptz, numeric) from public;
commit;
