-- Deploy gamekeeper:slots/limits/added to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A body of its own: an act asks it three times, and a call costs less than to set the expression up again.
create function slots.added(sums numeric[], amount numeric)
returns numeric[]
language plpgsql
immutable
parallel safe
as $$
begin
  return array[added.sums[1] + added.amount, added.sums[2] + added.amount, added.sums[3] + added.amount];
end
$$;
comment on function slots.added(numeric[], numeric) is
  'Sums of a day, week and month after an amount was added within the day. Pure. [helper]';
revoke all on function slots.added(numeric[], numeric) from public;
commit;
