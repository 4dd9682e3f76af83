-- Deploy gamekeeper:xp/days/reward_day to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type xp.reward_day as (
  day date,
  opens_at timestamptz,
  next_boundary timestamptz
);
comment on type xp.reward_day is
  'A reward day as a span of time: it lasts from opens_at up to, not including, next_boundary, the instant at which the day id changes.';
commit;
