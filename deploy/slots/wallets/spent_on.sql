-- Deploy gamekeeper:slots/wallets/spent_on to pg
-- requires: core/keys/utc slots/wallets/wallets
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it.
create function slots.spent_on(wallet slots.wallets, at timestamptz)
returns numeric
language sql
stable
parallel safe
return case
  when core.utc(greatest(spent_on.at, (spent_on.wallet).last_entry_at))::date = core.utc((spent_on.wallet).last_entry_at)::date
    then (spent_on.wallet).spent_today
  else 0
end;
comment on function slots.spent_on(slots.wallets, timestamptz) is
  'What the wallet spent so far on the UTC day of an instant, or on the day of its newest entry if that is later. [helper]';
revoke all on function slots.spent_on(slots.wallets, timestamptz) from public;
commit;
