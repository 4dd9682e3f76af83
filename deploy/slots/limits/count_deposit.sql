-- Deploy gamekeeper:slots/limits/count_deposit to pg
-- requires: slots/limits/accounts slots/limits/period_sums slots/limits/require_within
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.count_deposit(owner_id uuid, currency text, amount numeric, at timestamptz)
returns void
language plpgsql
volatile
as $$
declare
  _account slots.accounts;
begin
  update slots.accounts as a
  set
    deposited = slots.period_sums(a.deposited, a.last_deposit_at, greatest(a.last_deposit_at, count_deposit.at), count_deposit.amount),
    last_deposit_at = greatest(a.last_deposit_at, count_deposit.at)
  where a.owner_id = count_deposit.owner_id and a.currency = count_deposit.currency
  returning * into strict _account;
  perform slots.require_within('deposit', _account.deposit_limits, _account.deposited, count_deposit.amount);
end
$$;
comment on function slots.count_deposit(uuid, text, numeric, timestamptz) is
  'Adds a credit from outside to an account that the caller holds locked. Raises: LIMIT_EXCEEDED. [helper]';
revoke all on function slots.count_deposit(uuid, text, numeric, timestamptz) from public;
commit;
