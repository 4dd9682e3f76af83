-- Deploy gamekeeper:slots/limits/open_account to pg
-- requires: slots/limits/accounts slots/limits/lock_person slots/limits/strictest_limits
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.open_account(owner_id uuid, currency text)
returns void
language plpgsql
volatile
as $$
declare
  _person constant slots.accounts := slots.lock_person(open_account.owner_id);
begin
  insert into slots.accounts (owner_id, currency, deposit_limits, stake_limits, loss_limits, time_limits, excluded_until)
  values (
    open_account.owner_id, open_account.currency,
    slots.strictest_limits(open_account.owner_id, open_account.currency, 'deposit'),
    slots.strictest_limits(open_account.owner_id, open_account.currency, 'stake'),
    slots.strictest_limits(open_account.owner_id, open_account.currency, 'loss'),
    slots.strictest_limits(open_account.owner_id, open_account.currency, 'time'),
    _person.excluded_until
  )
  on conflict do nothing;
end
$$;
comment on function slots.open_account(uuid, text) is
  'The account of a person in a currency, made where it was missing, with the limits and the exclusion that they chose. [helper]';
revoke all on function slots.open_account(uuid, text) from public;
commit;
